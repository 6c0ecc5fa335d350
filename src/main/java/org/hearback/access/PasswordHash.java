package org.hearback.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes and checks the passwords of a try-out. Safe for any thread; one at a time, as each takes a
 * core for a good part of a second and a storm of sign-ins must not take the cores from those who
 * send an answer.
 */
final class PasswordHash {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final String NAME = "pbkdf2-sha256";
  private static final int ITERATIONS = 600_000;
  private static final int SALT_LENGTH = 16;
  private static final int HASH_BITS = 256;

  private static final Semaphore ONE_AT_A_TIME = new Semaphore(1, true);

  private PasswordHash() {}

  /** A hash to store, with a fresh salt. */
  static String of(String password) {
    var salt = new byte[SALT_LENGTH];
    new SecureRandom().nextBytes(salt);
    return NAME
        + "$"
        + ITERATIONS
        + "$"
        + text(salt)
        + "$"
        + text(derive(password, salt, ITERATIONS));
  }

  /**
   * Whether a password fits a stored hash. Nothing fits a text that is no hash, but it takes as
   * long.
   */
  static boolean fits(String password, String stored) {
    var parts = stored.split("\\$");
    if (parts.length != 4 || !parts[0].equals(NAME)) {
      derive(password, new byte[SALT_LENGTH], ITERATIONS);
      return false;
    }
    var decoder = Base64.getDecoder();
    var derived = derive(password, decoder.decode(parts[2]), Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(derived, decoder.decode(parts[3]));
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
    ONE_AT_A_TIME.acquireUninterruptibly();
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
    } finally {
      ONE_AT_A_TIME.release();
      spec.clearPassword();
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
