package org.hearback.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** What this room reads from the class path: forms, words, and the files of the face. */
final class Resources {
  private Resources() {}

  /** What need not be there. */
  static Optional<byte[]> find(String path) {
    try (var in = Resources.class.getClassLoader().getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** Throws when it is missing: everything asked for here is part of the build. */
  static byte[] bytes(String path) {
    return find(path)
        .orElseThrow(() -> new IllegalStateException("missing on the class path: " + path));
  }

  static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
