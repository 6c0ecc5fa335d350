package org.hearback.safeguarding;

import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.hearback.audit.AuditCounts;
import org.hearback.journey.CouncilClock;

/**
 * For how many finished days some recipient was sent no head of the audit; nothing where none is to
 * be sent. Unknown, never down, when it cannot tell.
 */
@Singleton
@Requires(bean = HeadRecipients.class)
final class HeadHealth extends AbstractHealthIndicator<Map<String, Object>> {
  private final HeadRecipients recipients;
  private final HeadRows rows;
  private final AuditCounts counts;
  private final CouncilClock clock;

  HeadHealth(HeadRecipients recipients, HeadRows rows, AuditCounts counts, CouncilClock clock) {
    this.recipients = recipients;
    this.rows = rows;
    this.counts = counts;
    this.clock = clock;
  }

  @Override
  protected String getName() {
    return "auditHead";
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    try {
      var behind = recipients.addresses().stream().mapToLong(this::daysNotSent).max().orElse(0);
      healthStatus = HealthStatus.UP;
      return Map.of("daysNotSent", behind);
    } catch (RuntimeException e) {
      // The framework would show the text of the error to everybody.
      healthStatus = HealthStatus.UNKNOWN;
      return Map.of();
    }
  }

  /** Where none was ever sent, every day since the record began is without one. */
  private long daysNotSent(String recipient) {
    var yesterday = clock.today().minusDays(1);
    var covered =
        rows.lastSent(recipient)
            .or(() -> counts.first().map(at -> LocalDate.ofInstant(at, clock.zone()).minusDays(1)))
            .orElse(yesterday);
    return Math.max(0, ChronoUnit.DAYS.between(covered, yesterday));
  }
}
