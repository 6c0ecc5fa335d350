package org.hearback.theme;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether the index follows the feedback store: how many batches it is behind and how long ago it
 * was not. Unknown, and never down, where it is not in step or cannot tell: everything but the
 * search works without it.
 */
@Singleton
final class IndexHealth extends AbstractHealthIndicator<Map<String, Object>> {
  private static final Duration OVERDUE = Duration.ofMinutes(15);

  private final ReadingRows rows;
  private final CommentIndex index;
  private final IndexJob job;
  private final InstantSource clock;

  IndexHealth(ReadingRows rows, CommentIndex index, IndexJob job, InstantSource clock) {
    this.rows = rows;
    this.index = index;
    this.job = job;
    this.clock = clock;
  }

  @Override
  protected String getName() {
    return "index";
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    var details = new LinkedHashMap<String, Object>();
    var position = index.position();
    var age = job.inStepAt().map(at -> Duration.between(at, clock.instant()));
    boolean fresh = age.isPresent() && age.orElseThrow().compareTo(OVERDUE) < 0;
    healthStatus = position.isPresent() && fresh ? HealthStatus.UP : HealthStatus.UNKNOWN;
    // The clock of a try-out can be set back.
    age.ifPresent(old -> details.put("ageSeconds", Math.max(0, old.toSeconds())));
    try {
      position.ifPresent(at -> details.put("behind", rows.lastChange() - at.no()));
    } catch (RuntimeException e) {
      // The framework would show the text of the error to everybody.
      healthStatus = HealthStatus.UNKNOWN;
    }
    return details;
  }
}
