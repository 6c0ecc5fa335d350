package org.hearback.retention;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every room's {@link RetentionStep} each hour and keeps how each ended in {@code office.job}.
 * A step that fails is tried again at the next run and stops no other.
 */
@Singleton
public class RetentionJob {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

  private final List<RetentionStep> steps;
  private final JobRows jobs;
  private final InstantSource clock;

  RetentionJob(List<RetentionStep> steps, JobRows jobs, InstantSource clock) {
    this.steps = steps;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Runs all steps now.
   *
   * @return how many rows went
   */
  public int run() {
    int gone = 0;
    var now = clock.instant();
    for (var step : steps) {
      try {
        int rows = step.run(now);
        gone += rows;
        ended(step, now, "ok, " + rows + " rows");
      } catch (RuntimeException e) {
        // Whatever broke one room's step, the other rooms' data must still go in time.
        LOG.error("retention step {} failed: {}", step.what(), e.getClass().getName());
        ended(step, now, "failed: " + e.getClass().getSimpleName());
      }
    }
    return gone;
  }

  private void ended(RetentionStep step, Instant now, String outcome) {
    try {
      jobs.keep(name(step), LocalDateTime.ofInstant(now, ZoneOffset.UTC), outcome);
    } catch (RuntimeException e) {
      // The deleting is done; that it could not be noted must not stop the next step.
      LOG.error("outcome of {} not kept: {}", step.what(), e.getClass().getName());
    }
  }

  /** As which a step stands in {@code office.job}. */
  static String name(RetentionStep step) {
    return "retention-" + step.what();
  }

  /** Started by the scheduler, unless jobs are off. */
  @Singleton
  @Requires(property = "hearback.jobs.enabled", notEquals = "false")
  static class Timer {
    private final RetentionJob job;

    Timer(RetentionJob job) {
      this.job = job;
    }

    @Scheduled(initialDelay = "2m", fixedDelay = "1h")
    void tick() {
      job.run();
    }
  }
}
