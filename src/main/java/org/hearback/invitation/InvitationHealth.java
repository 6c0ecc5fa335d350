package org.hearback.invitation;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.hearback.journey.CouncilClock;

/**
 * For how many days the oldest invitation that is due has not been sent. Unknown, never down, when
 * it cannot tell.
 */
@Singleton
final class InvitationHealth extends AbstractHealthIndicator<Map<String, Object>> {
  private final InvitationRows rows;
  private final CouncilClock clock;

  InvitationHealth(InvitationRows rows, CouncilClock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  protected String getName() {
    return "sending";
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    try {
      var today = clock.today();
      var oldest = rows.oldestDue(today);
      healthStatus = HealthStatus.UP;
      return Map.of(
          "oldestDueDays", oldest.map(due -> ChronoUnit.DAYS.between(due, today)).orElse(0L));
    } catch (RuntimeException e) {
      // The framework would show the text of the error to everybody.
      healthStatus = HealthStatus.UNKNOWN;
      return Map.of();
    }
  }
}
