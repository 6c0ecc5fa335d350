package org.hearback.audit;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Closes the body of a row so that only the auditor opens it: this side holds the public half
 * alone. Safe for any thread.
 */
final class Seal {
  /** Bound into each sealed body, so that it cannot stand for something sealed elsewhere. */
  static final byte[] CONTEXT = "org.hearback.audit".getBytes(StandardCharsets.UTF_8);

  // The column holds 4,096 bytes, and sealing adds a little.
  private static final int LENGTH_MAX = 3_500;

  private final HybridEncrypt encrypt;

  Seal(KeysetHandle publicHalf) {
    try {
      encrypt = publicHalf.getPrimitive(HybridConfig2026.get(), HybridEncrypt.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the auditor's public key cannot seal", e);
    }
  }

  byte[] close(String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LENGTH_MAX) {
      throw new IllegalArgumentException("an audit body of " + bytes.length + " bytes is too long");
    }
    try {
      return encrypt.encrypt(bytes, CONTEXT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an audit body could not be sealed", e);
    }
  }
}
