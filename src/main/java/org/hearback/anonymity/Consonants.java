package org.hearback.anonymity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A word in Latin or Arabic letters by its consonants alone, those that sound alike as one, with a
 * mark for a vowel at the start. Far too coarse to take a word out; enough to show it to a reader.
 */
final class Consonants {
  private static final String ARABIC = "بپتطٹثسصشجچحهہھخدضڈذزظژرڑغگفڤقكلمنںو";
  private static final String SOUNDS = "bbttttssSjChhhhxddddzzzrrggffkklmnnw";
  private static final String VOWELS = "اعيوےءaeiouy";
  private static final List<String> PAIRS =
      List.of("sh", "S", "ch", "C", "kh", "x", "gh", "g", "th", "t", "dh", "d", "ph", "f");
  private static final String LATIN = "cqvp";
  private static final String LATIN_SOUNDS = "kkfb";
  private static final int FEWEST = 4;
  private static final Set<String> NAMES = names();

  private Consonants() {}

  /** Whether a usual first name may be written so in Arabic letters. */
  static boolean areOfName(String lower) {
    var key = key(lower);
    return key.length() >= FEWEST && NAMES.contains(key);
  }

  static String key(String lower) {
    var key = new StringBuilder(lower.length());
    for (int at = 0; at < lower.length(); at++) {
      char letter = lower.charAt(at);
      int pair = at + 1 < lower.length() ? PAIRS.indexOf(lower.substring(at, at + 2)) : -1;
      if (pair >= 0) {
        add(key, PAIRS.get(pair + 1).charAt(0));
        at++;
      } else if (VOWELS.indexOf(letter) >= 0) {
        if (at == 0) {
          key.append('A');
        }
      } else if ("hه".indexOf(letter) < 0 || at + 1 < lower.length()) {
        add(key, sound(letter));
      }
    }
    return key.toString();
  }

  private static char sound(char letter) {
    int place = ARABIC.indexOf(letter);
    if (place >= 0) {
      return SOUNDS.charAt(place);
    }
    int latin = LATIN.indexOf(letter);
    return latin >= 0 ? LATIN_SOUNDS.charAt(latin) : letter;
  }

  /** A letter said twice is written once. */
  private static void add(StringBuilder key, char sound) {
    if (key.isEmpty() || key.charAt(key.length() - 1) != sound) {
      key.append(sound);
    }
  }

  private static Set<String> names() {
    var names = new HashSet<String>();
    Gazetteer.usualFirstNames().forEach(name -> names.add(key(name)));
    names.removeIf(key -> key.length() < FEWEST);
    return Set.copyOf(names);
  }
}
