package org.hearback.reporting;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.util.Map;

/** Whether this node's last run found that no release would be safe. Never down. */
@Singleton
final class ReleaseHealth extends AbstractHealthIndicator<Map<String, Object>> {
  private final ReleaseJob job;

  ReleaseHealth(ReleaseJob job) {
    this.job = job;
  }

  @Override
  protected String getName() {
    return "release";
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    healthStatus = HealthStatus.UP;
    return Map.of("refused", job.refused());
  }
}
