package org.hearback.anonymity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The known names of one family, taken apart for comparison with single words.
 *
 * @param exact parts, names that stand for them, and parts written as one word
 * @param loose long parts, in which one slip is forgiven
 * @param spellings the same in other scripts and cases
 */
record NameParts(Set<String> exact, List<String> loose, Spellings spellings) {
  private static final int LOOSE_MIN = 5;
  private static final int PART_MIN = 2;
  private static final Map<String, Set<String>> SAME = same();

  static NameParts of(KnownNames names, String language) {
    var exact = new LinkedHashSet<String>();
    var given = new LinkedHashSet<String>();
    var loose = new LinkedHashSet<String>();
    for (var name : names.names()) {
      var parts = Word.in(Folded.plain(name)).stream().map(Word::lower).toList();
      for (var part : parts) {
        var bare = Arabic.withoutArticle(part);
        exact.add(part);
        exact.add(bare);
        given.add(part);
        exact.addAll(SAME.getOrDefault(part, Set.of()));
        if (bare.length() >= LOOSE_MIN) {
          loose.add(bare);
        }
      }
      // "O'Brien" as Obrien, "Anne-Marie" as Annemarie, first and last name without a blank
      for (int at = 1; at < parts.size(); at++) {
        var joined = parts.get(at - 1) + parts.get(at);
        exact.add(joined);
        exact.addAll(SAME.getOrDefault(joined, Set.of()));
      }
    }
    exact.removeIf(part -> part.length() < PART_MIN);
    given.removeIf(part -> part.length() < PART_MIN);
    return new NameParts(
        Set.copyOf(exact), loose.stream().sorted().toList(), Spellings.of(exact, given, language));
  }

  boolean isExact(String word) {
    return Arabic.stems(word).stream().anyMatch(exact::contains) || exact.contains(singular(word));
  }

  /**
   * One slip from a long part. Typing rarely goes wrong at the first letter, so a word that begins
   * otherwise must at least have a capital.
   */
  boolean isAlmost(Word word) {
    return Arabic.stems(word.lower()).stream()
        .flatMap(stem -> Stream.of(stem, singular(stem)))
        .anyMatch(stem -> loose.stream().anyMatch(part -> near(stem, part, word.capital())));
  }

  private static boolean near(String stem, String part, boolean capital) {
    return stem.length() >= LOOSE_MIN - 1
        && Slip.apart(stem, part)
        && (capital || stem.charAt(0) == part.charAt(0) || stem.charAt(0) == part.charAt(1));
  }

  /** "Jordans" without its apostrophe. */
  private static String singular(String word) {
    return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  private static Map<String, Set<String>> same() {
    var same = new HashMap<String, Set<String>>();
    for (var line : WordList.read("nicknames.txt")) {
      var names = Arrays.stream(line.split(" ")).collect(Collectors.toSet());
      names.forEach(name -> same.computeIfAbsent(name, _ -> new HashSet<>()).addAll(names));
    }
    return Map.copyOf(same);
  }
}
