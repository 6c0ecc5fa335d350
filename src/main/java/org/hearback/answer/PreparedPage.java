package org.hearback.answer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A page that is the same for everybody but for one word, the nonce. Both halves are packed once; a
 * request costs a checksum and a copy. Immutable, safe for any thread.
 *
 * <p>The packed page is one gzip member: the first half, flushed to a whole byte; the nonce as a
 * stored block; the second half, packed without looking back over the seam. So a nonce of any
 * length fits.
 */
public final class PreparedPage {
  /** The longest nonce a page takes. */
  public static final int NONCE_LENGTH_MAX = 120;

  private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 0xff};
  private static final int STORED_HEADER = 5;
  private static final int GZIP_TRAILER = 8;

  private final byte[] before;
  private final byte[] after;
  private final byte[] beforePacked;
  private final byte[] afterPacked;

  private PreparedPage(String before, String after) {
    this.before = before.getBytes(StandardCharsets.UTF_8);
    this.after = after.getBytes(StandardCharsets.UTF_8);
    beforePacked = pack(this.before, false);
    afterPacked = pack(this.after, true);
  }

  /** Takes a page with exactly one hole. */
  static PreparedPage of(String html, String hole) {
    int at = html.indexOf(hole);
    if (at < 0 || html.indexOf(hole, at + 1) >= 0) {
      throw new IllegalArgumentException("a prepared page has exactly one hole");
    }
    return new PreparedPage(html.substring(0, at), html.substring(at + hole.length()));
  }

  /**
   * The page as gzip. Throws {@link IllegalArgumentException} for a nonce that could end the
   * attribute it stands in.
   */
  public byte[] gzip(byte[] nonceAscii) {
    check(nonceAscii);
    var crc = new CRC32();
    crc.update(before);
    crc.update(nonceAscii);
    crc.update(after);
    int length =
        GZIP_HEADER.length
            + beforePacked.length
            + STORED_HEADER
            + nonceAscii.length
            + afterPacked.length
            + GZIP_TRAILER;
    return ByteBuffer.allocate(length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(GZIP_HEADER)
        .put(beforePacked)
        .put((byte) 0)
        .putShort((short) nonceAscii.length)
        .putShort((short) ~nonceAscii.length)
        .put(nonceAscii)
        .put(afterPacked)
        .putInt((int) crc.getValue())
        .putInt(before.length + nonceAscii.length + after.length)
        .array();
  }

  /** The page for a browser that does not take gzip. */
  public byte[] plain(byte[] nonceAscii) {
    check(nonceAscii);
    return ByteBuffer.allocate(before.length + nonceAscii.length + after.length)
        .put(before)
        .put(nonceAscii)
        .put(after)
        .array();
  }

  private static void check(byte[] nonce) {
    if (nonce.length == 0 || nonce.length > NONCE_LENGTH_MAX) {
      throw new IllegalArgumentException("a nonce has 1 to 120 characters");
    }
    for (byte letter : nonce) {
      // Visible ASCII without quotes, angle brackets, ampersand: nothing that HTML reads.
      if (letter <= ' ' || letter > '~' || "\"'<>&`".indexOf(letter) >= 0) {
        throw new IllegalArgumentException("a nonce has a character that HTML reads");
      }
    }
  }

  private static byte[] pack(byte[] plain, boolean last) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(plain);
      if (last) {
        deflater.finish();
      }
      var packed = new ByteArrayOutputStream(plain.length / 2);
      var buffer = new byte[8192];
      int count;
      do {
        int flush = last ? Deflater.NO_FLUSH : Deflater.FULL_FLUSH;
        count = deflater.deflate(buffer, 0, buffer.length, flush);
        packed.write(buffer, 0, count);
      } while (count == buffer.length);
      return packed.toByteArray();
    }
  }
}
