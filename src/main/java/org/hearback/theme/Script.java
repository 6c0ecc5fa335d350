package org.hearback.theme;

import java.util.Optional;

/** Which field with endings a comment goes into. */
final class Script {
  private Script() {}

  /**
   * By the language that the label kept; where it kept none, by the script of most letters.
   *
   * @return empty for a language whose endings the index does not know
   */
  static Optional<String> field(String language, String words) {
    return switch (language) {
      case "en" -> Optional.of(Analysis.ENGLISH);
      case "ar" -> Optional.of(Analysis.ARABIC);
      case "und" -> ofMostLetters(words);
      default -> Optional.empty();
    };
  }

  private static Optional<String> ofMostLetters(String words) {
    long latin = count(words, Character.UnicodeScript.LATIN);
    long arabic = count(words, Character.UnicodeScript.ARABIC);
    if (latin == 0 && arabic == 0) {
      return Optional.empty();
    }
    return Optional.of(latin >= arabic ? Analysis.ENGLISH : Analysis.ARABIC);
  }

  private static long count(String words, Character.UnicodeScript script) {
    return words
        .codePoints()
        .filter(Character::isLetter)
        .filter(letter -> Character.UnicodeScript.of(letter) == script)
        .count();
  }
}
