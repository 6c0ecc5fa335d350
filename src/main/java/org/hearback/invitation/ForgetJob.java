package org.hearback.invitation;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.hearback.journey.CouncilClock;
import org.hearback.journey.Milestones;

/**
 * Forgets who answered once the links have lapsed and the window has passed, and later who was
 * asked. Links stay a while longer than {@code spent}: an envelope that waits to be cleared, or for
 * nine others, still has to find its label.
 */
@Singleton
public class ForgetJob {
  static final int KEPT_MONTHS = 15;

  /** More than the window, the 35 days after which an area is given up, and a hold together. */
  private static final int LINK_DAYS = 90;

  private static final int REFUSED_DAYS = 90;

  private final ForgetRows rows;
  private final Milestones milestones;
  private final CouncilClock clock;
  private final int windowDays;
  private final boolean enabled;

  ForgetJob(
      ForgetRows rows,
      Milestones milestones,
      CouncilClock clock,
      @Value("${hearback.window-days:14}") int windowDays,
      @Value("${hearback.jobs.enabled:true}") boolean enabled) {
    this.rows = rows;
    this.milestones = milestones;
    this.clock = clock;
    this.windowDays = windowDays;
    this.enabled = enabled;
  }

  @Scheduled(initialDelay = "2m", fixedDelay = "1h")
  void scheduled() {
    if (enabled) {
      run();
    }
  }

  /** One pass over all of it. */
  @Transactional("courier")
  public void run() {
    rows.spent(clock.utc().minusDays(windowDays));
    rows.links(clock.utc().minusDays(LINK_DAYS));
    // A delivery also says when somebody was last asked, for as long as the cap looks back.
    rows.deliveries(clock.today().minusDays(Math.max(LINK_DAYS, milestones.caps().daysBetween())));
    rows.sent(clock.month().minusMonths(KEPT_MONTHS).toString());
    rows.others(clock.today().minusDays(REFUSED_DAYS));
  }
}
