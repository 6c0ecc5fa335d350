package org.hearback.anonymity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a name in Latin letters may be written in Arabic ones, as a pattern: each consonant as one of
 * the letters that sound alike, a vowel inside as a long one or not at all, one at the start always
 * as something. Words are folded before. The patterns have no repetition without a bound.
 */
final class ArabicSpelling {
  /** Longest first: Latin letters, and what they are written as. */
  private static final List<String> CONSONANTS =
      List.of(
          "sch",
          "ش",
          "kh",
          "[خك]ھ?",
          "gh",
          "[غگ]ھ?",
          "sh",
          "ش",
          "ch",
          "(?:چھ?|تش|ش|خ|ك)",
          "th",
          "[ثتطٹذ]ه?ھ?",
          "dh",
          "[ذضدظڈ]ھ?",
          "zh",
          "[ژز]",
          "ph",
          "[فپ]ھ?",
          "ck",
          "ك",
          "b",
          "[بپ]",
          "p",
          "[بپ]",
          "t",
          "[تطٹث]",
          "j",
          "[جژيچ]",
          "g",
          "[غگجقك]",
          "h",
          "[حهہھ]",
          "d",
          "[دضڈذظ]",
          "r",
          "[رڑ]",
          "z",
          "[زذضظژ]",
          "s",
          "[سصثش]",
          "f",
          "[فڤ]",
          "q",
          "[قكگ]",
          "k",
          "[كقخ]",
          "c",
          "[كسشق]",
          "l",
          "ل",
          "m",
          "م",
          "n",
          "[نں]",
          "w",
          "و",
          "v",
          "[فڤو]",
          "x",
          "(?:كس|خ)");

  /** A shorter word is too often another; the names that are so short are in a list. */
  private static final String LONG_ENOUGH = "(?=.{4})";

  private static final String VOWELS = "aeiouy";
  private static final String FIRST = "[اعيو][اويعے]{0,2}";
  private static final String INSIDE = "[اويع]{0,2}";
  private static final String LAST = "[اويعهہےۃ]{0,2}";

  private ArabicSpelling() {}

  /**
   * Nothing for a name that has too few consonants: it would be found in ordinary words.
   *
   * @param latin folded and in lower case
   */
  static Optional<Pattern> of(String latin) {
    return of(latin, LONG_ENOUGH);
  }

  /** The same, of any length: for what stands beside another name. */
  static Optional<Pattern> beside(String latin) {
    return of(latin, "");
  }

  private static Optional<Pattern> of(String latin, String first) {
    var pattern = new StringBuilder();
    int consonants = 0;
    char last = ' ';
    for (int at = 0; at < latin.length(); ) {
      char letter = latin.charAt(at);
      if (isVowel(latin, at)) {
        int end = at;
        while (end < latin.length() && isVowel(latin, end)) {
          end++;
        }
        pattern.append(vowels(latin, at, end));
        last = ' ';
        at = end;
        continue;
      }
      int pair = pair(latin, at);
      if (pair < 0) {
        return Optional.empty();
      }
      // a letter said twice is written once
      if (letter != last) {
        consonants++;
        pattern.append(CONSONANTS.get(pair + 1));
        // "Aishah" and "Sarah" have an h that is only breath
        pattern.append(letter == 'h' && at == latin.length() - 1 ? "?" : "");
      }
      last = letter;
      at += CONSONANTS.get(pair).length();
    }
    if (consonants < 2) {
      return Optional.empty();
    }
    return Optional.of(Pattern.compile(first + pattern));
  }

  private static String vowels(String latin, int from, int to) {
    if (from == 0) {
      return FIRST;
    }
    boolean last = to == latin.length() || to == latin.length() - 1 && latin.charAt(to) == 'h';
    if (!last) {
      return latin.substring(from, to).contains("y") ? "[اويعئ]{0,3}" : INSIDE;
    }
    return LAST;
  }

  private static boolean isVowel(String latin, int at) {
    return VOWELS.indexOf(latin.charAt(at)) >= 0;
  }

  private static int pair(String latin, int at) {
    for (int pair = 0; pair < CONSONANTS.size(); pair += 2) {
      if (latin.startsWith(CONSONANTS.get(pair), at)) {
        return pair;
      }
    }
    return -1;
  }
}
