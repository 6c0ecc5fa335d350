package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.hearback.access.Staff;
import org.hearback.journey.CouncilClock;

/**
 * Counts what readers clear, within the transaction that clears it: the decision and its count
 * stand or fall together. Safe for any thread.
 */
@Singleton
final class Tally {
  private final TallyRows rows;
  private final CouncilClock clock;

  Tally(TallyRows rows, CouncilClock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** One more answer; the id is taken up only where it is the first of its day. */
  void count(Staff reader, Risk risk) {
    rows.count(clock.today(), reader.signIn(), risk.level(), UUID.randomUUID());
  }
}
