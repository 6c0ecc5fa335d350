package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A run of letters in a folded text.
 *
 * @param lower in lower case, whatever the server's locale
 * @param capital whether it begins with a capital
 * @param opens whether it stands at the start of a sentence or line, where a capital says nothing
 */
record Word(int start, int end, String lower, boolean capital, boolean opens) {
  private static final Set<String> SHORTENED = Set.of("mr", "mrs", "ms", "dr", "prof", "st");

  static List<Word> in(String text) {
    var words = new ArrayList<Word>();
    boolean opens = true;
    for (int at = 0; at < text.length(); ) {
      int end = at;
      while (end < text.length() && Character.isLetter(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
      if (end > at) {
        var lower = text.substring(at, end).toLowerCase(Locale.ROOT);
        words.add(new Word(at, end, lower, Character.isUpperCase(text.codePointAt(at)), opens));
        opens = false;
        at = end;
      } else {
        opens |= endsSentence(text, at, words);
        at++;
      }
    }
    return words;
  }

  /** Not the full stop of "Mr." and of an initial, but that after the t of "didn't". */
  private static boolean endsSentence(String text, int at, List<Word> before) {
    if (text.charAt(at) != '.') {
      return "!?\n\r:؟".indexOf(text.charAt(at)) >= 0;
    }
    if (before.isEmpty()) {
      return true;
    }
    var last = before.getLast();
    return !last.isShortened() || last.start() > 0 && text.charAt(last.start() - 1) == '\'';
  }

  /** Whether a full stop after it may belong to it. */
  boolean isShortened() {
    return lower.length() == 1 || SHORTENED.contains(lower);
  }
}
