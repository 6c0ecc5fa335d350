package org.hearback.safeguarding;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * For how long what came in has waited, whether somebody deals with it and whether alerts about it
 * arrive; how many answers have no key any more. Unknown, never down, when it cannot tell.
 */
@Singleton
final class ReadingHealth extends AbstractHealthIndicator<Map<String, Object>> {
  private final Reading reading;
  private final AlertState alerts;

  ReadingHealth(Reading reading, AlertState alerts) {
    this.reading = reading;
    this.alerts = alerts;
  }

  @Override
  protected String getName() {
    return "reading";
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    try {
      var told = new LinkedHashMap<String, Object>();
      told.put("oldestUnreadDays", reading.unreadDays(false));
      told.put("overdueMinutes", reading.overdueMinutes(false));
      told.put("unowned", alerts.unownedMinutes());
      told.put("alertsFailing", alerts.failingMinutes());
      told.put("alertsGoOut", alerts.someWay());
      told.put("openLinkUnreadDays", reading.unreadDays(true));
      told.put("openLinkOverdueMinutes", reading.overdueMinutes(true));
      told.put("holidaysKnownDays", reading.holidaysKnownDays());
      told.put("withoutKey", reading.withoutKey());
      healthStatus = HealthStatus.UP;
      return told;
    } catch (RuntimeException e) {
      // The framework would show the text of the error to everybody.
      healthStatus = HealthStatus.UNKNOWN;
      return Map.of();
    }
  }
}
