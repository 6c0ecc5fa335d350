package org.hearback.invitation;

import java.util.Locale;

/** Crockford's base 32 in lower case, for secrets and codes that people may have to type. */
public final class Crockford {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private Crockford() {}

  /** The first bits of the bytes, five a character. */
  public static String encode(byte[] bytes, int characters) {
    var text = new StringBuilder(characters);
    for (int at = 0; at < characters; at++) {
      int bit = at * 5;
      int next = bit / 8 + 1 < bytes.length ? bytes[bit / 8 + 1] & 0xff : 0;
      int two = (bytes[bit / 8] & 0xff) << 8 | next;
      text.append(ALPHABET.charAt(two >> (11 - bit % 8) & 31));
    }
    return text.toString();
  }

  /**
   * What somebody typed, as it was meant: case does not matter, o is 0, i and l are 1, hyphens and
   * blanks are nothing.
   */
  public static String read(String typed) {
    return typed
        .toLowerCase(Locale.ROOT)
        .replaceAll("[-\\s]", "")
        .replace('o', '0')
        .replace('i', '1')
        .replace('l', '1');
  }
}
