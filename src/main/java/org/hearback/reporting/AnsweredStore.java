package org.hearback.reporting;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.hearback.anonymity.CellSpan;

/** Keeps what was answered in a quarter, once on any number of nodes. Safe for any thread. */
@Singleton
class AnsweredStore {
  private final AnsweredRows rows;

  AnsweredStore(AnsweredRows rows) {
    this.rows = rows;
  }

  /** The keys of the quarters that are counted for good. */
  @Transactional(value = "analyst", readOnly = true)
  Set<String> counted() {
    return Set.copyOf(rows.counted());
  }

  /** Nothing where another node was faster. */
  @Transactional("analyst")
  void add(CellSpan quarter, List<AnsweredRow> counted) {
    if (rows.close(quarter.key()) == 1 && !counted.isEmpty()) {
      rows.add(counted);
    }
  }

  @Transactional(value = "analyst", readOnly = true)
  List<AnsweredRow> of(String area) {
    return rows.of(area);
  }
}
