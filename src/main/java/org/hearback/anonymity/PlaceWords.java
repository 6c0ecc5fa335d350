package org.hearback.anonymity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of {@code places-abroad.txt} by what they are for. */
final class PlaceWords {
  private PlaceWords() {}

  static Set<String> of(String use) {
    var words = new LinkedHashSet<String>();
    for (var line : WordList.read("places-abroad.txt")) {
      var parts = line.split(" +");
      if (parts[0].equals(use)) {
        words.addAll(Arrays.asList(parts).subList(1, parts.length));
      }
    }
    return words;
  }

  /** For a pattern: the longest first, none in Arabic letters. */
  static String either(String use) {
    return either(of(use).stream().filter(word -> !Arabic.is(word)).toList());
  }

  private static String either(Collection<String> words) {
    return words.stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?iu:", ")"));
  }
}
