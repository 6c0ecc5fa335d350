package org.hearback.reporting;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.Decision;
import org.hearback.anonymity.Disclosure;
import org.hearback.anonymity.Release;
import org.hearback.anonymity.ThemeCell;
import org.hearback.journey.ServiceAreas;
import org.hearback.theme.SheetTime;
import org.hearback.theme.ThemesCounted;

/**
 * The releases: what has left the reading room, for good. One for each quarter, when it is closed:
 * what it counts is written down then and never changes, so that no figure can be watched while
 * single answers come in. Safe for any thread and for several nodes.
 */
@Singleton
class Releases implements SheetTime {
  private final ReleaseRows rows;
  private final CellRows cells;
  private final ClosedRows closed;
  private final ThemeStore themes;
  private final ServiceAreas areas;

  Releases(
      ReleaseRows rows, CellRows cells, ClosedRows closed, ThemeStore themes, ServiceAreas areas) {
    this.rows = rows;
    this.cells = cells;
    this.closed = closed;
    this.themes = themes;
    this.areas = areas;
  }

  /**
   * The quarters to be closed with the next release, the oldest first; none where there is nothing
   * to say, or it was made.
   */
  @Transactional(value = "analyst", readOnly = true)
  List<CellSpan> due(LocalDate today) {
    var quarter = Disclosure.newestClosed(today);
    if (!isMade(quarter, rows.all()) && !rows.tallies().isEmpty()) {
      return quarter.quarters().reversed().stream()
          .filter(one -> !closed.isClosed(one.key()))
          .toList();
    }
    return List.of();
  }

  private static boolean isMade(CellSpan quarter, List<ReleaseRow> earlier) {
    return !earlier.isEmpty() && !earlier.getLast().span().isBefore(quarter);
  }

  /**
   * Makes the release of the newest closed quarter if there is none yet, if there is anything to
   * say, and if it is safe beside all that were ever made.
   *
   * @param counted what is said in the quarters that are due
   * @return empty when nothing was to be done
   */
  @Transactional("analyst")
  Optional<Decision> make(LocalDate today, Map<CellSpan, ThemesCounted.Counted> counted) {
    var quarter = Disclosure.newestClosed(today);
    var earlier = rows.all();
    if (isMade(quarter, earlier)) {
      return Optional.empty();
    }
    var tallies = rows.tallies();
    if (tallies.isEmpty()) {
      return Optional.empty();
    }
    quarter.quarters().reversed().forEach(one -> close(one, tallies, counted));
    var decision =
        Disclosure.release(
            earlier.stream()
                .map(row -> release(row, cells.all(row.id()), themes.published(row.id())))
                .toList(),
            closed.all().stream().map(ClosedRow::tally).toList(),
            themes.closed(),
            areas,
            quarter);
    if (decision instanceof Decision.Made(var release)) {
      var id = UUID.randomUUID();
      if (rows.add(id, today, quarter.key()) == 0) {
        return Optional.empty();
      }
      cells.add(release.cells().stream().map(cell -> CellRow.of(id, cell)).toList());
      themes.publish(id, release.themes());
    }
    return Optional.of(decision);
  }

  private void close(
      CellSpan quarter, List<TallyRow> tallies, Map<CellSpan, ThemesCounted.Counted> counted) {
    if (closed.close(quarter.key()) == 1) {
      themes.close(quarter, counted.get(quarter), this::way);
      closed.add(
          ClosedRow.together(
              tallies.stream()
                  .filter(row -> Disclosure.closes(quarter, row.period()))
                  .map(row -> ClosedRow.of(quarter, row, way(row.area())))));
    }
  }

  private List<String> way(String area) {
    return areas.upwards(areas.knows(area) ? area : areas.council());
  }

  @Override
  @Transactional(value = "analyst", readOnly = true)
  public Optional<CellSpan> now() {
    return rows.newest().map(row -> row.span().rolling());
  }

  /** The cells of some areas in the newest release, if there is one. */
  @Transactional(value = "analyst", readOnly = true)
  Optional<Published> newest(Collection<String> areas) {
    return rows.newest()
        .map(row ->
            new Published(
                row.madeOn(),
                release(row, cells.of(row.id(), areas), themes.published(row.id(), areas)),
                themes.quarters(),
                rows.of(row.span().yearBefore().key())
                    .map(before -> themes.published(before.id(), areas))
                    .orElse(List.of())));
  }

  private static Release release(ReleaseRow row, List<CellRow> stored, List<ThemeCell> themes) {
    return new Release(row.span(), stored.stream().map(CellRow::cell).toList(), themes);
  }
}
