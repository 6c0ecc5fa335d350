package org.hearback.theme;

import java.lang.Character.UnicodeScript;
import java.util.Optional;

/** Whose endings the words of a comment have. */
final class Script {
  // Letters that Urdu has and Arabic has not.
  private static final String URDU = "ٹڈڑںےہھگچپژیک";

  private Script() {}

  /**
   * By the language that the label kept; where it kept none, by the script of most letters.
   *
   * @return empty for a language whose endings the index does not know
   */
  static Optional<Endings> endings(String language, String words) {
    return language.equals("und") ? ofMostLetters(words) : Endings.of(language);
  }

  private static Optional<Endings> ofMostLetters(String words) {
    long latin = count(words, UnicodeScript.LATIN);
    long arabic = count(words, UnicodeScript.ARABIC);
    long cyrillic = count(words, UnicodeScript.CYRILLIC);
    if (latin == 0 && arabic == 0 && cyrillic == 0) {
      return Optional.empty();
    }
    if (latin >= Math.max(arabic, cyrillic)) {
      return Optional.of(Endings.ENGLISH);
    }
    if (cyrillic > arabic) {
      return Optional.of(Endings.UKRAINIAN);
    }
    boolean urdu = words.codePoints().anyMatch(letter -> URDU.indexOf(letter) >= 0);
    return Optional.of(urdu ? Endings.URDU : Endings.ARABIC);
  }

  private static long count(String words, UnicodeScript script) {
    return words
        .codePoints()
        .filter(Character::isLetter)
        .filter(letter -> UnicodeScript.of(letter) == script)
        .count();
  }
}
