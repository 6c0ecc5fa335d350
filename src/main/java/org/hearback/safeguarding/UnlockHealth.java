package org.hearback.safeguarding;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * Whether somebody has found out alone who sent an answer and nobody has given account of it yet,
 * and for how many minutes an account, or the end of a hold, is overdue. Unknown, never down, when
 * it cannot tell.
 */
@Singleton
final class UnlockHealth extends AbstractHealthIndicator<Map<String, Object>> {
  private final UnlockRows unlocks;
  private final HoldRows holds;
  private final InstantSource clock;

  UnlockHealth(UnlockRows unlocks, HoldRows holds, InstantSource clock) {
    this.unlocks = unlocks;
    this.holds = holds;
    this.clock = clock;
  }

  @Override
  protected String getName() {
    return "unlock";
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    try {
      var health =
          Map.<String, Object>of(
              "openedAlone",
              unlocks.anyAlone(),
              "accountOverdueMinutes",
              overdue(unlocks.firstAccountDue()),
              "holdOverdueMinutes",
              overdue(holds.firstEnd()));
      healthStatus = HealthStatus.UP;
      return health;
    } catch (RuntimeException e) {
      // The framework would show the text of the error to everybody.
      healthStatus = HealthStatus.UNKNOWN;
      return Map.of();
    }
  }

  private long overdue(Optional<LocalDateTime> due) {
    return due.map(
            at -> Duration.between(at.toInstant(ZoneOffset.UTC), clock.instant()).toMinutes())
        .map(minutes -> Math.max(0, minutes))
        .orElse(0L);
  }
}
