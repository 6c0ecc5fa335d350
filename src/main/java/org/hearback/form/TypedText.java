package org.hearback.form;

import java.text.Normalizer;

/**
 * Brings what a keyboard or a clipboard gave into one shape, without touching its meaning. Pure.
 */
final class TypedText {
  private static final int REPLACEMENT = 0xFFFD;

  private TypedText() {}

  /**
   * Lines end with a line feed, other control characters go (a tab is a space), halves of a
   * character become the replacement character, and the rest is composed (NFC), so that equal words
   * are equal and four bytes always hold a character. Joiners and marks of direction stay: names
   * and emoji are written with them.
   */
  static String tidy(String typed) {
    var lines = typed.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    var clean = new StringBuilder(lines.length());
    lines
        .codePoints()
        .filter(point -> point == '\n' || !Character.isISOControl(point))
        .map(point -> isHalf(point) ? REPLACEMENT : point)
        .forEach(clean::appendCodePoint);
    return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
