package org.hearback.reporting;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the month's release, once. A run that fails leaves nothing behind and the next one tries
 * again.
 */
@Singleton
public class ReleaseJob {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseJob.class);

  private final Releases releases;
  private final InstantSource clock;

  ReleaseJob(Releases releases, InstantSource clock) {
    this.releases = releases;
    this.clock = clock;
  }

  /**
   * Makes the month's release where there is none yet.
   *
   * @return how many cells it has; 0 where nothing was to be done
   */
  public int run() {
    int cells = releases.make(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    if (cells > 0) {
      LOG.info("a release of {} cells was made", cells);
    }
    return cells;
  }

  /** Started by the scheduler, unless jobs are off. */
  @Singleton
  @Requires(property = "hearback.jobs.enabled", notEquals = "false")
  static class Timer {
    private final ReleaseJob job;

    Timer(ReleaseJob job) {
      this.job = job;
    }

    @Scheduled(initialDelay = "2m", fixedDelay = "1h")
    void tick() {
      job.run();
    }
  }
}
