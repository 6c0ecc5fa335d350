package org.hearback.safeguarding;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hearback.audit.Audit;

/**
 * Holds answers whose concern is still open when their window is over, ends holds whose time or
 * whose concern is over, and finishes what a crash has left. Idempotent; any number of nodes.
 */
@Singleton
public class HoldJob {
  private static final String ACTOR = "hold-job";
  private static final Duration FOR = Duration.ofDays(35);

  private final Holding holding;
  private final HoldRows holds;
  private final Audit audit;
  private final InstantSource clock;
  private final int windowDays;

  HoldJob(
      Holding holding,
      HoldRows holds,
      Audit audit,
      InstantSource clock,
      @Value("${hearback.window-days}") int windowDays) {
    this.holding = holding;
    this.holds = holds;
    this.audit = audit;
    this.clock = clock;
    this.windowDays = windowDays;
  }

  /** Goes through all answers that are held, or should be. */
  public void run() {
    var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (var over : holds.over(now)) {
      audit.record(ACTOR, "hold-ended", over.envelope() + " " + over.reason());
      if (!holding.end(over)) {
        audit.record(ACTOR, "hold-kept", over.envelope() + " as it was placed anew meanwhile");
      }
    }
    for (var envelope : holds.concernsBeyond(now.toLocalDate().minusDays(windowDays))) {
      hold(envelope);
    }
    holds.unsealed().forEach(holding::reseal);
  }

  private void hold(UUID envelope) {
    var until = clock.instant().plus(FOR);
    audit.record(
        ACTOR,
        "hold-placed",
        envelope + " concern until " + LocalDate.ofInstant(until, ZoneOffset.UTC));
    holding.place(envelope, HoldReason.CONCERN, until);
  }

  /** Started by the scheduler, unless jobs are off. */
  @Singleton
  @Requires(property = "hearback.jobs.enabled", notEquals = "false")
  static class Timer {
    private final HoldJob job;

    Timer(HoldJob job) {
      this.job = job;
    }

    @Scheduled(initialDelay = "40s", fixedDelay = "10m")
    void tick() {
      job.run();
    }
  }
}
