package org.hearback.safeguarding;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * For how many days the oldest unread answer has waited, and by how many minutes the most overdue
 * concern is; how many answers have no key any more. Unknown, never down, when it cannot tell.
 */
@Singleton
final class ReadingHealth extends AbstractHealthIndicator<Map<String, Object>> {
  private final DutyRows rows;
  private final WeekKeys keys;
  private final InstantSource clock;

  ReadingHealth(DutyRows rows, WeekKeys keys, InstantSource clock) {
    this.rows = rows;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  protected String getName() {
    return "reading";
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    try {
      var now = clock.instant();
      var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      var unread = rows.oldestUnread().map(day -> ChronoUnit.DAYS.between(day, today)).orElse(0L);
      var overdue =
          rows.earliestDue()
              .map(due -> Duration.between(due.toInstant(ZoneOffset.UTC), now).toMinutes())
              .orElse(0L);
      healthStatus = HealthStatus.UP;
      return Map.of(
          "oldestUnreadDays",
          Math.max(unread, 0),
          "overdueMinutes",
          Math.max(overdue, 0),
          "withoutKey",
          rows.countBeyond(keys.held()));
    } catch (RuntimeException e) {
      // The framework would show the text of the error to everybody.
      healthStatus = HealthStatus.UNKNOWN;
      return Map.of();
    }
  }
}
