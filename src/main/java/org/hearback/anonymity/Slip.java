package org.hearback.anonymity;

/**
 * One slip of the finger: a letter too many, too few, wrong, or two swapped. Damerau distance 1, in
 * one walk.
 */
final class Slip {
  private Slip() {}

  /** Whether the two differ by exactly one slip or not at all. */
  static boolean apart(String one, String other) {
    if (Math.abs(one.length() - other.length()) > 1) {
      return false;
    }
    int same = 0;
    int shorter = Math.min(one.length(), other.length());
    while (same < shorter && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    if (one.length() != other.length()) {
      var longer = one.length() > other.length() ? one : other;
      var less = one.length() > other.length() ? other : one;
      return longer.substring(same + 1).equals(less.substring(same));
    }
    return same == shorter
        || tail(one, same + 1).equals(tail(other, same + 1))
        || same + 1 < shorter
            && one.charAt(same) == other.charAt(same + 1)
            && one.charAt(same + 1) == other.charAt(same)
            && tail(one, same + 2).equals(tail(other, same + 2));
  }

  private static String tail(String word, int from) {
    return word.substring(Math.min(from, word.length()));
  }
}
