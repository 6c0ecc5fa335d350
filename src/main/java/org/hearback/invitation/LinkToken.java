package org.hearback.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret in a link: 80 random bits as 16 characters of Crockford's base 32, lower case, so that
 * it can be typed from a letter. Made at the moment of sending; only its hash is kept; it never
 * reaches a log.
 *
 * @param secret 16 characters of the alphabet
 */
public record LinkToken(String secret) {
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
    return new LinkToken(Crockford.encode(bytes, 16));
  }

  /** Reads what stands in an address or was typed from a letter. */
  public static Optional<LinkToken> read(String typed) {
    if (typed.length() > 40) {
      return Optional.empty();
    }
    var plain = Crockford.read(typed);
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
