package org.hearback.safeguarding;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * How many requests to be contacted have not left for more than an hour, and since how many days
 * the oldest waits. Unknown, never down, when it cannot tell.
 */
@Singleton
final class ContactHealth extends AbstractHealthIndicator<Map<String, Object>> {
  private final ContactWaiting waiting;

  ContactHealth(ContactWaiting waiting) {
    this.waiting = waiting;
  }

  @Override
  protected String getName() {
    return "contactRequests";
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    try {
      var told = waiting.look();
      healthStatus = HealthStatus.UP;
      return Map.of("waitingOverAnHour", told.overAnHour(), "oldestWaitingDays", told.oldestDays());
    } catch (RuntimeException e) {
      // The framework would show the text of the error to everybody.
      healthStatus = HealthStatus.UNKNOWN;
      return Map.of();
    }
  }
}
