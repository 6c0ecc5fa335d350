package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hearback.journey.CouncilClock;
import org.hearback.retention.Kept;
import org.hearback.retention.RetentionStep;

/** Forgets to whom an audit's head was mailed: it is of no use once later ones were. */
@Singleton
final class HeadForgetting implements RetentionStep {
  private static final int KEPT_DAYS = 60;

  private final HeadRows rows;
  private final CouncilClock clock;

  HeadForgetting(HeadRows rows, CouncilClock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "audit-heads";
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        new Kept(
            Kept.Store.OFFICE,
            "To whom the head of the audit was mailed, and whether it left",
            KEPT_DAYS + " days"));
  }

  @Override
  public int run(Instant now) {
    return rows.forget(LocalDate.ofInstant(now, clock.zone()).minusDays(KEPT_DAYS));
  }
}
