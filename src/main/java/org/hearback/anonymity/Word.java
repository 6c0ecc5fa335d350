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
        opens |= endsSentence(text.charAt(at), words);
        at++;
      }
    }
    return words;
  }

  /** Not the full stop of "Mr." and of an initial. */
  private static boolean endsSentence(char mark, List<Word> before) {
    boolean shortened = !before.isEmpty() && before.getLast().isShortened();
    return mark == '.' ? !shortened : "!?\n\r:؟".indexOf(mark) >= 0;
  }

  /** Whether a full stop after it may belong to it. */
  boolean isShortened() {
    // an initial, and neither the t of "didn't" nor the word I
    return lower.length() == 1 && capital && !lower.equals("i") || SHORTENED.contains(lower);
  }
}
