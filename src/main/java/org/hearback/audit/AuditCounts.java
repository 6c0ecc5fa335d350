package org.hearback.audit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How often each act was done, from what stands plain in the record. Safe for any thread. */
@Singleton
public final class AuditCounts {
  private final AuditRows rows;

  AuditCounts(AuditRows rows) {
    this.rows = rows;
  }

  /** Times by act, from a moment on and before another. */
  public Map<String, Long> acts(Instant from, Instant until) {
    return rows.acts(utc(from), utc(until)).stream()
        .collect(Collectors.toUnmodifiableMap(ActRow::act, ActRow::times));
  }

  /** When the record begins; empty while nothing is on it. */
  public Optional<Instant> first() {
    return rows.first().map(at -> at.toInstant(ZoneOffset.UTC));
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
