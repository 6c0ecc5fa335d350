package org.hearback.invitation;

import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hearback.journey.CouncilClock;
import org.hearback.journey.Milestones;
import org.hearback.retention.Kept;
import org.hearback.retention.RetentionStep;

/**
 * Forgets who answered once the links have lapsed and the window has passed, and later who was
 * asked. Links stay as long as that: an envelope that waits to be cleared, or for nine others,
 * still has to find its label, and to be known as another person's than theirs.
 */
@Singleton
class Forgetting implements RetentionStep {
  static final int KEPT_MONTHS = 15;

  private static final int WRITTEN_DAYS = 90;
  private static final int REFUSED_DAYS = 90;

  private final ForgetRows rows;
  private final Replies replies;
  private final Milestones milestones;
  private final CouncilClock clock;
  private final int windowDays;

  Forgetting(
      ForgetRows rows,
      Replies replies,
      Milestones milestones,
      CouncilClock clock,
      @Value("${hearback.window-days:14}") int windowDays) {
    this.rows = rows;
    this.replies = replies;
    this.milestones = milestones;
    this.clock = clock;
    this.windowDays = windowDays;
  }

  @Override
  public String what() {
    return "invitations";
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        new Kept(
            Kept.Store.VAULT,
            "That somebody has answered",
            "until the link has lapsed, and " + windowDays + " days more"),
        new Kept(
            Kept.Store.VAULT,
            "Whose a link is, so that an answer finds its label and the names to take out",
            KEPT_MONTHS + " months"),
        new Kept(
            Kept.Store.VAULT,
            "When and by which route somebody was written to, so that nobody is asked too often",
            deliveryDays() + " days; of professionals " + KEPT_MONTHS + " months"),
        new Kept(
            Kept.Store.VAULT,
            "Who was invited to what, of which the counts of those asked are made; never who"
                + " answered",
            KEPT_MONTHS + " months"),
        new Kept(
            Kept.Store.VAULT,
            "How many have answered, sealed; not who",
            "until all of their quarter can be counted, about six weeks after its end"),
        new Kept(Kept.Store.VAULT, "Why somebody was not asked", REFUSED_DAYS + " days"),
        new Kept(
            Kept.Store.VAULT,
            "That somebody wants no more messages",
            "for as long as they want none"));
  }

  @Override
  @Transactional("courier")
  public int run(Instant now) {
    var then = clock.at(now);
    replies.count(then.utc().minusDays(windowDays), then.month().minusMonths(KEPT_MONTHS));
    return rows.spent(then.utc().minusDays(windowDays))
        + rows.links(then.month().minusMonths(KEPT_MONTHS).atDay(1).atStartOfDay())
        + rows.deliveries(
            then.today().minusDays(deliveryDays()), then.month().minusMonths(KEPT_MONTHS).atDay(1))
        + rows.sent(then.month().minusMonths(KEPT_MONTHS).toString())
        + rows.others(then.today().minusDays(REFUSED_DAYS));
  }

  /** A delivery also says when somebody was last asked, for as long as the cap looks back. */
  private int deliveryDays() {
    return Math.max(WRITTEN_DAYS, milestones.caps().daysBetween());
  }
}
