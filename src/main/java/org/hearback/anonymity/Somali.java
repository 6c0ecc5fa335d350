package org.hearback.anonymity;

import java.util.List;

/**
 * Somali writes x and c for sounds that others write as h or leave out, and long vowels double:
 * "Maxamed", "Cabdi", "Xuseen". By one key they can be compared with names as an office writes
 * them.
 */
final class Somali {
  private static final List<String> ATTACHED = List.of("na", "se", "baa", "ba");
  private static final int STEM_MIN = 4;

  private Somali() {}

  /** Whether it can only be Somali, or one of few others. */
  static boolean looksSo(String lower) {
    return lower.indexOf('x') >= 0
        || lower.startsWith("c") && lower.length() > 1 && "aeiou".indexOf(lower.charAt(1)) >= 0
        || lower.contains("aa")
        || lower.contains("ii")
        || lower.contains("uu");
  }

  static String key(String lower) {
    var key = new StringBuilder(lower.length());
    for (int at = 0; at < lower.length(); at++) {
      char letter = lower.charAt(at);
      boolean digraph = letter == 'c' && lower.startsWith("ch", at);
      char heard = letter == 'x' ? 'h' : letter;
      boolean silent = letter == 'c' && !digraph;
      if (!silent && (key.isEmpty() || key.charAt(key.length() - 1) != heard)) {
        key.append(heard);
      }
    }
    return key.toString();
  }

  /** "Maxamedna", "Maxamedse": and, but, and what points to whom. */
  static String withoutAttached(String lower) {
    return ATTACHED.stream()
        .filter(ending -> lower.endsWith(ending) && lower.length() >= STEM_MIN + ending.length())
        .findFirst()
        .map(ending -> lower.substring(0, lower.length() - ending.length()))
        .orElse(lower);
  }
}
