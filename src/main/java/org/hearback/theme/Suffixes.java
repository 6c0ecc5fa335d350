package org.hearback.theme;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Endings that are taken off a word, the longest that fits first. Immutable. */
final class Suffixes {
  private final List<String> longestFirst;
  private final int leave;

  /**
   * @param leave how many letters have to be left
   * @param suffixes with blanks between
   */
  Suffixes(int leave, String suffixes) {
    this.leave = leave;
    this.longestFirst =
        Stream.of(suffixes.strip().split("\\s+"))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** The word without one of them; the word itself where none fits. */
  String off(String word) {
    for (var suffix : longestFirst) {
      if (word.length() - suffix.length() >= leave && word.endsWith(suffix)) {
        return word.substring(0, word.length() - suffix.length());
      }
    }
    return word;
  }
}
