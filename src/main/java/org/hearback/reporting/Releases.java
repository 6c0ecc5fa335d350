package org.hearback.reporting;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.Disclosure;
import org.hearback.anonymity.Release;
import org.hearback.journey.ServiceAreas;

/**
 * The releases: what has left the reading room, for good. One a calendar month at most, so that a
 * figure cannot be watched while single answers come in. Safe for any thread and for several nodes.
 */
@Singleton
class Releases {
  private final ReleaseRows rows;
  private final CellRows cells;
  private final ServiceAreas areas;

  Releases(ReleaseRows rows, CellRows cells, ServiceAreas areas) {
    this.rows = rows;
    this.cells = cells;
    this.areas = areas;
  }

  /**
   * Makes this month's release if there is none and if there is anything to say.
   *
   * @return how many cells it has; 0 when nothing was to be done
   */
  @Transactional("analyst")
  int make(LocalDate today) {
    var before = rows.newest();
    if (before.isPresent() && !isEarlierMonth(before.get().madeOn(), today)) {
      return 0;
    }
    var tallies = rows.tallies().stream().map(TallyRow::tally).toList();
    var id = UUID.randomUUID();
    if (tallies.isEmpty() || rows.add(id, today) == 0) {
      return 0;
    }
    var fresh = Disclosure.release(tallies, areas, quarter(today));
    var release = before.map(row -> Disclosure.after(read(row), fresh)).orElse(fresh);
    cells.add(release.cells().stream().map(cell -> CellRow.of(id, cell)).toList());
    return release.cells().size();
  }

  /** The cells of some areas in the newest release, if there is one. */
  @Transactional(value = "analyst", readOnly = true)
  Optional<Published> newest(Collection<String> areas) {
    return rows.newest()
        .map(row -> new Published(row.madeOn(), release(row, cells.of(row.id(), areas))));
  }

  private Release read(ReleaseRow row) {
    return release(row, cells.all(row.id()));
  }

  private static Release release(ReleaseRow row, List<CellRow> stored) {
    return new Release(quarter(row.madeOn()), stored.stream().map(CellRow::cell).toList());
  }

  private static boolean isEarlierMonth(LocalDate made, LocalDate today) {
    return YearMonth.from(made).isBefore(YearMonth.from(today));
  }

  /** The quarter of the month before: one that has just begun has nothing to tell yet. */
  private static CellSpan quarter(LocalDate madeOn) {
    return CellSpan.quarterOf(YearMonth.from(madeOn).minusMonths(1));
  }
}
