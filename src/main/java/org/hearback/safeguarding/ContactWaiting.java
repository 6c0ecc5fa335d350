package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * For how long requests to be contacted have waited. The database holds their day and no hour, so a
 * node remembers when it saw each first. Safe for any thread.
 */
@Singleton
final class ContactWaiting {
  private static final Duration LONG = Duration.ofHours(1);

  private final ContactRequestRows rows;
  private final InstantSource clock;
  private final Map<UUID, Instant> seen = new HashMap<>();

  /**
   * What waits.
   *
   * @param overAnHour how many requests have for longer than an hour
   * @param oldestDays for how many days the oldest has
   */
  record Told(long overAnHour, long oldestDays) {}

  ContactWaiting(ContactRequestRows rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
  }

  synchronized Told look() {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var waiting = rows.waiting();
    seen.keySet()
        .retainAll(waiting.stream().map(ContactRequestRow::id).collect(Collectors.toSet()));
    waiting.forEach(row -> seen.putIfAbsent(row.id(), now));
    long overAnHour =
        waiting.stream()
            .filter(row ->
                seen.get(row.id()).isBefore(now.minus(LONG))
                    || row.receivedOn().isBefore(today.minusDays(1)))
            .count();
    long oldestDays =
        waiting.stream()
            .mapToLong(row -> ChronoUnit.DAYS.between(row.receivedOn(), today))
            .max()
            .orElse(0);
    return new Told(overAnHour, oldestDays);
  }
}
