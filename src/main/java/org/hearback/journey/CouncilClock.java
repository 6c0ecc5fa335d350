package org.hearback.journey;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The service's clock as the council reads it: its days begin and end at its own midnight. Safe for
 * any thread.
 */
public record CouncilClock(InstantSource source, ZoneId zone) {

  /** The same council at one moment, which then does not pass. */
  public CouncilClock at(Instant moment) {
    return new CouncilClock(() -> moment, zone);
  }

  public Instant now() {
    return source.instant();
  }

  public LocalDate today() {
    return LocalDate.ofInstant(now(), zone);
  }

  public LocalTime timeOfDay() {
    return LocalTime.ofInstant(now(), zone);
  }

  public YearMonth month() {
    return YearMonth.from(today());
  }

  /** The moment in UTC, as the database keeps moments, whatever zone a node runs in. */
  public LocalDateTime utc() {
    return LocalDateTime.ofInstant(now(), ZoneOffset.UTC);
  }
}
