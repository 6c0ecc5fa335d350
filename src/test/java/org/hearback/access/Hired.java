package org.hearback.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Staff of a test, as {@link LocalUsers} adds them but for the price of their password: a hash says
 * how many rounds it took, and one is enough where nobody guesses. {@link SignInTest} and every
 * try-out pay the whole price, once at the hiring and once at each sign-in.
 */
@Singleton
public final class Hired {
  private static final byte[] SALT = "salt of the test".getBytes(StandardCharsets.US_ASCII);
  private static final int BITS = 256;

  private final StaffRows rows;

  Hired(StaffRows rows) {
    this.rows = rows;
  }

  public void add(Staff staff, String password) {
    rows.save(StaffRow.of(staff, hash(password), true));
  }

  /** As it is stored. */
  public static String hash(String password) {
    try {
      var derived =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(password.toCharArray(), SALT, 1, BITS))
              .getEncoded();
      var text = Base64.getEncoder().withoutPadding();
      return "pbkdf2-sha256$1$" + text.encodeToString(SALT) + "$" + text.encodeToString(derived);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
