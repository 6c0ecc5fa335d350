package org.hearback.answer;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Brings everything that is derived from words to one length before it is sealed: encryption keeps
 * the length, and lengths would pair an envelope with a response.
 */
public final class Padding {
  /** In bytes, before sealing. Form files are refused whose longest answer would not fit. */
  public static final int LENGTH = 12_288;

  private Padding() {}

  /**
   * @throws IllegalArgumentException when the content does not fit; nothing is ever cut off
   */
  public static byte[] pad(byte[] content) {
    if (content.length > LENGTH - Integer.BYTES) {
      throw new IllegalArgumentException("too long to be padded: " + content.length);
    }
    return ByteBuffer.allocate(LENGTH).putInt(content.length).put(content).array();
  }

  /** Takes the padding off again. */
  public static byte[] strip(byte[] padded) {
    int length = padded.length == LENGTH ? ByteBuffer.wrap(padded).getInt() : -1;
    if (length < 0 || length > LENGTH - Integer.BYTES) {
      throw new IllegalArgumentException("not padded by this house");
    }
    return Arrays.copyOfRange(padded, Integer.BYTES, Integer.BYTES + length);
  }
}
