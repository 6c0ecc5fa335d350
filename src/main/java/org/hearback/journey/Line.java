package org.hearback.journey;

import java.util.Map;

/**
 * One thing that the case system says, whichever way it came: a record of a file, or an item of a
 * request. From here on nobody can tell which.
 *
 * @param number where it stands: the record's first line in its file, the header being 1, or the
 *     item's place in its request, the first being 1
 * @param text as it came, for whoever mends it
 * @param values by column, empty where the line cannot be read
 * @param odd why it cannot be taken, empty where it can
 */
record Line(int number, String text, Map<String, String> values, String odd) {
  /**
   * What a byte that is no UTF-8 becomes; its line is quarantined, and so is a mark that an earlier
   * system left.
   */
  static final char MARK = '\uFFFD';

  String value(String column) {
    var value = values.getOrDefault(column, "").strip();
    return value.equalsIgnoreCase("null") ? "" : value; // as some database tools write nothing
  }

  /** Why a text cannot be taken, whatever it says; empty where it can. */
  static String odd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == MARK || Character.isSurrogate(c) && !paired(text, i)) {
        return "not-utf-8";
      }
    }
    return text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t') ? "control-character" : "";
  }

  private static boolean paired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  @Override
  public String toString() {
    return "Line[" + number + "]";
  }
}
