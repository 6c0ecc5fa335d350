package org.hearback.theme;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hearback.journey.CouncilClock;
import org.hearback.retention.Kept;
import org.hearback.retention.RetentionStep;

/** A saved search that nobody opens goes, and so do those of whoever works here no more. */
@Singleton
final class SavedForgetting implements RetentionStep {
  static final int KEPT_MONTHS = 12;
  private static final int TURNS_DAYS = 7;

  private final SavedRows rows;
  private final SavedTurnRows turns;
  private final CouncilClock clock;

  SavedForgetting(SavedRows rows, SavedTurnRows turns, CouncilClock clock) {
    this.rows = rows;
    this.turns = turns;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "saved-searches";
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        new Kept(
            Kept.Store.OFFICE,
            "Searches that an analyst has saved, sealed, and how many comments they found",
            KEPT_MONTHS
                + " months after they were last opened, or until their owner deletes them or does"
                + " not work here any more"),
        new Kept(
            Kept.Store.OFFICE,
            "The last day on which somebody's saved searches were counted for an e-mail",
            TURNS_DAYS + " days"));
  }

  @Override
  public int run(Instant now) {
    var today = LocalDate.ofInstant(now, clock.zone());
    var left = rows.ownedByNobody();
    return rows.forget(today.minusMonths(KEPT_MONTHS))
        + (left.isEmpty() ? 0 : rows.remove(left))
        + turns.forget(today.minusDays(TURNS_DAYS));
  }
}
