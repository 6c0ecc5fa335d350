package org.hearback.audit;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/**
 * The record as the auditor reads it, who holds the private half: each row with its body opened.
 * Nothing is kept. Safe for any thread.
 */
@Singleton
public final class AuditReading {
  private final AuditRows rows;

  AuditReading(AuditRows rows) {
    this.rows = rows;
  }

  /** On what an act was done. */
  public sealed interface Body {
    record Opened(String text) implements Body {
      @Override
      public String toString() {
        return "Opened[hidden]";
      }
    }

    /** Its 24 months are over. */
    record Dropped() implements Body {}

    /** Sealed to another key than this one. */
    record Sealed() implements Body {}
  }

  /** One row. */
  public record Line(long no, Instant at, String actor, String act, Body body) {}

  /**
   * Reads rows from a moment on and before another, in their order.
   *
   * @param privateHalf the auditor's file
   * @throws IllegalArgumentException when that file holds no such key
   */
  public void read(Path privateHalf, Instant from, Instant until, Consumer<Line> reader) {
    var key = decrypt(AuditorKeys.privateIn(privateHalf));
    long no = 0;
    for (var page = rows.between(no, utc(from), utc(until));
        !page.isEmpty();
        page = rows.between(no, utc(from), utc(until))) {
      for (var row : page) {
        reader.accept(
            new Line(
                row.no(),
                row.at().toInstant(ZoneOffset.UTC),
                row.actor(),
                row.act(),
                body(row, key)));
      }
      no = page.getLast().no();
    }
  }

  private static Body body(StoredRow row, HybridDecrypt key) {
    var sealed = row.sealed();
    if (sealed == null) {
      return new Body.Dropped();
    }
    try {
      return new Body.Opened(new String(key.decrypt(sealed, Seal.CONTEXT), StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      return new Body.Sealed();
    }
  }

  private static HybridDecrypt decrypt(KeysetHandle privateHalf) {
    try {
      return privateHalf.getPrimitive(HybridConfig2026.get(), HybridDecrypt.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this is no private half of the auditor's key", e);
    }
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
