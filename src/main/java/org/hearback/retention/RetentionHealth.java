package org.hearback.retention;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How long ago the retention steps last ended, and how many of them failed then. Unknown, never
 * down, when it cannot tell.
 */
@Singleton
final class RetentionHealth extends AbstractHealthIndicator<Map<String, Object>> {
  private final JobRows rows;
  private final InstantSource clock;

  RetentionHealth(JobRows rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  protected String getName() {
    return "retention";
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    var details = new LinkedHashMap<String, Object>();
    try {
      var jobs = rows.all();
      jobs.stream()
          .map(JobRow::endedAt)
          .filter(Objects::nonNull)
          .max(Comparator.naturalOrder())
          .ifPresent(last -> {
            var age = Duration.between(last.toInstant(ZoneOffset.UTC), clock.instant());
            details.put("lastRunMinutes", age.toMinutes());
          });
      details.put("failed", jobs.stream().filter(JobRow::hasFailed).count());
      healthStatus = HealthStatus.UP;
    } catch (RuntimeException e) {
      // The framework would show the text of the error to everybody.
      healthStatus = HealthStatus.UNKNOWN;
    }
    return details;
  }
}
