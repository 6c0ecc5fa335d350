package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearback.anonymity.Weights.Weight;

/**
 * The screen list of one language. Immutable.
 *
 * @param idle figures of speech, which are taken out first
 * @param maybe red unless the weights find the text plainly ordinary: "kills me"
 */
record Phrases(PhraseIndex idle, PhraseIndex maybe, PhraseIndex amber, PhraseIndex red) {
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]++|[.!?\\n\\r؟۔]");

  /** Stands where a word of a figure of speech was; no phrase has it. */
  static final Set<String> NOTHING = Set.of(" ");

  static Phrases read(String language) {
    var lines = WordList.read("screen-" + language + ".txt");
    return new Phrases(
        of(lines, "idle:"), of(lines, "maybe:"), of(lines, "amber:"), of(lines, "red:"));
  }

  private static PhraseIndex of(List<String> lines, String mark) {
    return new PhraseIndex(
        lines.stream()
            .filter(line -> line.startsWith(mark))
            .map(line -> Phrase.of(line.substring(mark.length())))
            .toList());
  }

  /**
   * Each word of a text in all forms in which a list may name it; sentences end with {@link
   * Phrase#STOP}.
   */
  static List<Set<String>> words(String raw) {
    var text = Folded.plain(raw).toLowerCase(Locale.ROOT).replace("'", "");
    return TOKEN
        .matcher(text)
        .results()
        .map(token ->
            Character.isLetterOrDigit(token.group().codePointAt(0))
                ? Arabic.stems(token.group())
                : Phrase.STOP)
        .toList();
  }

  /** What the list says, and the weights: they raise to amber and lower nothing. */
  Level level(List<Set<String>> words, Weight weight) {
    var serious = withoutIdle(words);
    if (anywhere(red, serious) || weight != Weight.ORDINARY && anywhere(maybe, serious)) {
      return Level.RED;
    }
    return weight == Weight.DANGER || anywhere(amber, serious) ? Level.AMBER : Level.NONE;
  }

  /** The same words without figures of speech. */
  List<Set<String>> withoutIdle(List<Set<String>> words) {
    var serious = new ArrayList<>(words);
    for (int at = 0; at < words.size(); at++) {
      for (var phrase : idle.at(words.get(at))) {
        int end = phrase.endFrom(words, at);
        for (int gone = at; gone < end; gone++) {
          serious.set(gone, NOTHING);
        }
      }
    }
    return serious;
  }

  private static boolean anywhere(PhraseIndex phrases, List<Set<String>> words) {
    for (int at = 0; at < words.size(); at++) {
      for (var phrase : phrases.at(words.get(at))) {
        if (phrase.endFrom(words, at) >= 0) {
          return true;
        }
      }
    }
    return false;
  }
}
