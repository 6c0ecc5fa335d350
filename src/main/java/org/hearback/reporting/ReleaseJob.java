package org.hearback.reporting;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.Decision;
import org.hearback.theme.ThemesCounted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the release of each quarter, once, when this node's index holds all that was said in it. A
 * run that fails leaves nothing behind and the next one tries again.
 */
@Singleton
public class ReleaseJob {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseJob.class);

  private final Releases releases;
  private final Reached reached;
  private final Answered answered;
  private final ThemesCounted themes;
  private final InstantSource clock;
  private volatile boolean refused;

  ReleaseJob(
      Releases releases,
      Reached reached,
      Answered answered,
      ThemesCounted themes,
      InstantSource clock) {
    this.releases = releases;
    this.reached = reached;
    this.answered = answered;
    this.themes = themes;
    this.clock = clock;
  }

  /**
   * Makes the release of the newest closed quarter where there is none yet.
   *
   * @return how many cells it has; 0 where nothing was to be done, or none could be made safe
   */
  public int run() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    reached.count(today);
    var counted = new HashMap<CellSpan, ThemesCounted.Counted>();
    for (var quarter : releases.due(today)) {
      var said = themes.of(quarter);
      if (said.isEmpty()) {
        LOG.info("a quarter is to be closed once this node's index is in step");
        return 0;
      }
      counted.put(quarter, said.get());
    }
    var decision = releases.make(today, counted);
    answered.count(today);
    refused = decision.filter(Decision.Refused.class::isInstance).isPresent();
    return decision.map(ReleaseJob::cells).orElse(0);
  }

  /** Whether the last run found no release that would be safe; the next one tries again. */
  boolean refused() {
    return refused;
  }

  private static int cells(Decision decision) {
    return switch (decision) {
      case Decision.Made(var release) -> {
        LOG.info("a release of {} cells was made", release.cells().size());
        yield release.cells().size();
      }
      case Decision.Refused(var reason) -> {
        LOG.warn("no release was made, as none would be safe beside earlier ones: {}", reason);
        yield 0;
      }
    };
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
