package org.hearback.invitation;

import java.util.Locale;
import java.util.regex.Pattern;

/** Crockford's base 32 in lower case, for secrets and codes that people may have to type. */
public final class Crockford {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final Pattern NOTHING = Pattern.compile("[\\p{Pd}\\p{Z}\\p{Cf}\\s]");

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
   * What somebody typed, as it was meant: case does not matter, o is 0, i and l are 1, digits of
   * any script are digits; dashes, blanks and marks that are not seen are nothing.
   */
  public static String read(String typed) {
    var plain = new StringBuilder(typed.length());
    NOTHING
        .matcher(typed)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .map(Crockford::meant)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static int meant(int character) {
    return switch (character) {
      case 'o' -> '0';
      case 'i', 'l' -> '1';
      default -> Character.isDigit(character) ? '0' + Character.digit(character, 10) : character;
    };
  }
}
