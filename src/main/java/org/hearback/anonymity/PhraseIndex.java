package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Phrases by the word they begin with. Every Send is screened, and a list has hundreds of phrases:
 * only those are tried at a word that can begin there. Immutable.
 */
final class PhraseIndex {
  private final Map<String, List<Phrase>> byWord = new HashMap<>();
  private final Map<Character, List<Phrase>> byBeginning = new HashMap<>();
  private final List<Phrase> anywhere = new ArrayList<>();

  PhraseIndex(List<Phrase> phrases) {
    for (var phrase : phrases) {
      if (phrase.parts().getFirst() instanceof Phrase.Part.AnyOf first && !first.number()) {
        first.words().forEach(word -> add(byWord, word, phrase));
        first.beginnings().forEach(start -> add(byBeginning, start.charAt(0), phrase));
      } else {
        anywhere.add(phrase);
      }
    }
  }

  /** The phrases that may begin at a word with these forms. */
  List<Phrase> at(Set<String> forms) {
    var found = new ArrayList<>(anywhere);
    for (var form : forms) {
      found.addAll(byWord.getOrDefault(form, List.of()));
      if (!form.isEmpty()) {
        found.addAll(byBeginning.getOrDefault(form.charAt(0), List.of()));
      }
    }
    return found;
  }

  private static <K> void add(Map<K, List<Phrase>> index, K key, Phrase phrase) {
    index.computeIfAbsent(key, _ -> new ArrayList<>()).add(phrase);
  }
}
