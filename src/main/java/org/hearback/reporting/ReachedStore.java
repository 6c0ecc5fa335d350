package org.hearback.reporting;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;

/** Keeps what was counted of a month, once on any number of nodes. Safe for any thread. */
@Singleton
class ReachedStore {
  private final ReachedRows rows;

  ReachedStore(ReachedRows rows) {
    this.rows = rows;
  }

  @Transactional(value = "analyst", readOnly = true)
  boolean isCounted(YearMonth month) {
    return rows.isCounted(month.toString());
  }

  /** Nothing where another node was faster. */
  @Transactional("analyst")
  void add(YearMonth month, List<ReachedRow> counted) {
    if (rows.close(month.toString()) == 1) {
      rows.add(counted);
    }
  }

  @Transactional(value = "analyst", readOnly = true)
  List<ReachedRow> between(YearMonth first, YearMonth last) {
    return rows.between(first.toString(), last.toString());
  }
}
