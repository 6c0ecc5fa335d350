package org.hearback.theme;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** What stands on the record of a search, where there is room for it. */
final class Recorded {
  // What the body of an audit row holds.
  private static final int MOST_BYTES = 3_400;

  private Recorded() {}

  /** The beginning of it, as much as fits. */
  static String cut(String text) {
    return cut(text, "");
  }

  /**
   * Something whole behind as much of the beginning of another as fits beside it.
   *
   * @param whole in letters of one byte, and far shorter than a row
   */
  static String cut(String text, String whole) {
    var fits = CharBuffer.wrap(text);
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(fits, ByteBuffer.allocate(MOST_BYTES - whole.length()), true);
    return text.substring(0, fits.position()) + whole;
  }
}
