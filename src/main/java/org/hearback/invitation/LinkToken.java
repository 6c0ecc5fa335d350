package org.hearback.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret in a link: 80 random bits as 16 characters of Crockford's base 32, lower case, so that it can be typed from a
 * letter. Made at the moment of sending; only its hash is kept; it never reaches a log.
 *
 * @param secret 16 characters of the alphabet
 */
public record LinkToken(String secret) {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final Pattern SHAPE = Pattern.compile("[0-9a-hjkmnp-tv-z]{16}");
  private static final int BYTES = 10;

  public LinkToken {
    if (!SHAPE.matcher(secret).matches()) {
      throw new IllegalArgumentException("not a link's secret");
    }
  }

  static LinkToken fresh(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var text = new StringBuilder(16);
    for (int bit = 0; bit < BYTES * 8; bit += 5) {
      int two = (bytes[bit / 8] & 0xff) << 8 | (bit / 8 + 1 < BYTES ? bytes[bit / 8 + 1] & 0xff : 0);
      text.append(ALPHABET.charAt(two >> (11 - bit % 8) & 31));
    }
    return new LinkToken(text.toString());
  }

  /** Reads what stands in an address. Crockford's rule for typing: case does not matter, o is 0, i and l are 1. */
  public static Optional<LinkToken> read(String typed) {
    var plain = typed.toLowerCase(Locale.ROOT).replace('o', '0').replace('i', '1').replace('l', '1');
    return SHAPE.matcher(plain).matches() ? Optional.of(new LinkToken(plain)) : Optional.empty();
  }

  public TokenHash hash() {
    try {
      return TokenHash.of(
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "LinkToken[hidden]";
  }
}
