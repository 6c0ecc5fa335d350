package org.hearback.anonymity;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names in Cyrillic and in Latin letters by one key, so that "Oleksandr", "Олександром" and
 * "Aleksandra" can be compared. The key knows no soft sign, no doubled letter and no i before a
 * vowel, and one letter each for y, i and j, for g, h and kh, and for v and w: what one office
 * writes one way and the next another.
 */
final class Cyrillic {
  private static final String LETTERS = "абвгґдеєжзиіыклмнопрстуфхцчшщэьъ";
  private static final String KEYS = "abvhhdeeZziiiklmnoprstufhcCSSe";
  private static final Map<Character, String> IOTATED = Map.of('ю', "iu", 'я', "ia");

  /** Longest first. */
  private static final List<String> LATIN =
      List.of(
          "shch", "S", "szcz", "S", "sch", "S", "sh", "S", "sz", "S", "ch", "C", "cz", "C", "zh",
          "Z", "kh", "h", "ts", "c", "tz", "c", "ph", "f", "th", "t", "ck", "k", "x", "ks", "w",
          "v", "q", "k", "c", "k", "y", "i", "j", "i", "g", "h");

  private static final List<String> AFTER_A =
      List.of("i", "u", "ou", "eu", "e", "o", "a", "in", "ini", "inoi", "inu", "ina");
  private static final List<String> AFTER_ADJECTIVE =
      List.of("oho", "omu", "im", "a", "oi", "u", "ou", "e", "ih", "imi", "i");
  private static final List<String> AFTER_OTHER =
      List.of(
          "a", "u", "ovi", "evi", "om", "em", "i", "e", "iv", "am", "ami", "ah", "oiu", "ova",
          "ovoi", "ovu");
  private static final String VOWELS = "aeiou";
  private static final int STEM_MIN = 2;

  private Cyrillic() {}

  static boolean is(String word) {
    return !word.isEmpty() && UnicodeScript.of(word.codePointAt(0)) == UnicodeScript.CYRILLIC;
  }

  /**
   * @param lower folded, in either script
   */
  static String key(String lower) {
    var letters = new StringBuilder(lower.length() + 2);
    for (int at = 0; at < lower.length(); ) {
      at += add(letters, lower, at);
    }
    return withoutGlides(letters);
  }

  /** The keys of a name in its cases, with those of whom it belongs to. */
  static Set<String> keys(String name) {
    var keys = new HashSet<String>();
    for (var written : writings(name)) {
      keys.add(written);
      cases(written, keys);
    }
    return keys;
  }

  /** What the first letters of a name were heard or spelt as by whoever typed it. */
  private static List<String> writings(String name) {
    var written = new ArrayList<String>(List.of(key(name)));
    if (name.contains("ch")) {
      written.add(key(name.replace("ch", "k")));
      written.add(key(name.replace("ch", "h")));
    }
    var first = written.getFirst();
    // Andrey and Andrii, Danielle and Даніель
    if (first.endsWith("ei")) {
      written.add(first.substring(0, first.length() - 2) + "i");
    } else if (first.endsWith("e") && first.length() > STEM_MIN + 2) {
      written.add(first.substring(0, first.length() - 1));
    }
    return written;
  }

  private static void cases(String key, Set<String> keys) {
    if (key.length() <= STEM_MIN) {
      return;
    }
    char last = key.charAt(key.length() - 1);
    var stem = VOWELS.indexOf(last) < 0 ? key : key.substring(0, key.length() - 1);
    var endings =
        switch (last) {
          case 'a' -> AFTER_A;
          case 'i' -> join(AFTER_ADJECTIVE, AFTER_OTHER);
          default -> AFTER_OTHER;
        };
    if (stem.length() < STEM_MIN) {
      return;
    }
    endings.forEach(ending -> keys.add(withoutGlides(new StringBuilder(stem + ending))));
    // Ольга, Ользі; Оксанка, Оксанці
    var changed =
        switch (stem.charAt(stem.length() - 1)) {
          case 'h' -> "z";
          case 'k' -> "c";
          default -> "";
        };
    if (last == 'a' && !changed.isEmpty()) {
      keys.add(stem.substring(0, stem.length() - 1) + changed + "i");
    }
    // Федір, Федора; Марченок, Марченка
    if (stem.endsWith("ir") || stem.endsWith("ok")) {
      var without = stem.substring(0, stem.length() - 2);
      var back = stem.endsWith("ir") ? without + "or" : without + "k";
      AFTER_OTHER.forEach(ending -> keys.add(back + ending));
    }
  }

  /** What a key may be a case of, the key itself first. */
  static List<String> bases(String key) {
    var bases = new ArrayList<String>();
    bases.add(key);
    for (var ending : join(AFTER_A, AFTER_OTHER)) {
      int stem = key.length() - ending.length();
      if (key.endsWith(ending) && stem > STEM_MIN) {
        bases.add(key.substring(0, stem));
        bases.add(key.substring(0, stem) + "a");
      }
    }
    return bases;
  }

  private static List<String> join(List<String> some, List<String> more) {
    var all = new ArrayList<String>(some);
    all.addAll(more);
    return all;
  }

  /** How many letters of the word it took. */
  private static int add(StringBuilder letters, String lower, int at) {
    char letter = lower.charAt(at);
    int place = LETTERS.indexOf(letter);
    if (place >= 0) {
      letters.append(place < KEYS.length() ? KEYS.substring(place, place + 1) : "");
      return 1;
    }
    if (IOTATED.containsKey(letter)) {
      letters.append(IOTATED.get(letter));
      return 1;
    }
    for (int pair = 0; pair < LATIN.size(); pair += 2) {
      if (lower.startsWith(LATIN.get(pair), at)) {
        letters.append(LATIN.get(pair + 1));
        return LATIN.get(pair).length();
      }
    }
    letters.append(letter);
    return 1;
  }

  private static String withoutGlides(StringBuilder letters) {
    var key = new StringBuilder(letters.length());
    for (int at = 0; at < letters.length(); at++) {
      char letter = letters.charAt(at);
      boolean doubled = !key.isEmpty() && key.charAt(key.length() - 1) == letter;
      boolean glide =
          letter == 'i' && at + 1 < letters.length() && VOWELS.indexOf(letters.charAt(at + 1)) >= 0;
      if (!doubled && !glide) {
        key.append(letter);
      }
    }
    return key.toString();
  }
}
