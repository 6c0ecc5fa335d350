package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The passwords of the sample staff: made from this house's own secret, so that they are the same
 * at the next start and another in every house. Shown on the try-out page, which only this machine
 * can open.
 */
@Singleton
@Requires(property = "hearback.tryout", value = "true")
final class SignIns {
  private final String secret;

  SignIns(@Value("${hearback.keys.session}") String secret) {
    this.secret = secret;
  }

  String password(String signIn) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest((secret + "/" + signIn).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
