package org.hearback.audit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * How long the record says on what an act was done: 24 months. That it was done, by whom and when
 * stays, and so does the chain, which holds on to the hash of the body alone. Safe for any thread
 * and on any number of nodes.
 */
@Singleton
public final class AuditBodies {
  static final int KEPT_MONTHS = 24;

  /** A day later than the check allows, so that no clock that is fast makes a dropped one early. */
  private static final int SPARE_DAYS = 1;

  private static final int MOST = 1_000;

  private final BodyRows rows;

  AuditBodies(BodyRows rows) {
    this.rows = rows;
  }

  /**
   * Drops what is due by now. Bodies of rows that were written before the chain covered hashes
   * stay: without them those rows could not be checked any more.
   *
   * @return how many went
   */
  public int drop(Instant now) {
    var before = keptFrom(now).minusDays(SPARE_DAYS);
    int dropped = 0;
    for (var due = rows.before(Chain.BODY_HASH, before, MOST);
        !due.isEmpty();
        due = rows.before(Chain.BODY_HASH, before, MOST)) {
      dropped += rows.drop(due);
    }
    return dropped;
  }

  /** A row of this moment or later must have its body. */
  static LocalDateTime keptFrom(Instant now) {
    return LocalDateTime.ofInstant(now, ZoneOffset.UTC).minusMonths(KEPT_MONTHS);
  }
}
