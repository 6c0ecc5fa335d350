package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearback.anonymity.DisclosureTest.AREAS;
import static org.hearback.anonymity.DisclosureTest.GROUP;
import static org.hearback.anonymity.DisclosureTest.ITEM;
import static org.hearback.anonymity.DisclosureTest.Q2;
import static org.hearback.anonymity.DisclosureTest.Q3;
import static org.hearback.anonymity.DisclosureTest.Q4;
import static org.hearback.anonymity.DisclosureTest.closed;
import static org.hearback.anonymity.DisclosureTest.made;
import static org.hearback.anonymity.DisclosureTest.tally;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Somebody with a pencil and all releases of three quarters tries to get at what is hidden. */
class DisclosureAttackTest {
  private static final List<CellSpan> QUARTERS = List.of(Q2, Q3, Q4);

  /** All that was published, and what is true. */
  private record Published(Cube truth, Map<Cube.Place, Cube.Counts> shown, Set<Cube.Place> hidden) {
    static Published of(List<Tally> tallies) {
      var all = tallies.toArray(new Tally[0]);
      var releases = new ArrayList<Release>();
      QUARTERS.forEach(quarter -> releases.add(made(List.copyOf(releases), quarter, all)));
      var shown = new HashMap<Cube.Place, Cube.Counts>();
      var hidden = new HashSet<Cube.Place>();
      for (var cell : releases.stream().flatMap(release -> release.cells().stream()).toList()) {
        if (cell.group() == GROUP && cell.item() == ITEM) {
          var place = new Cube.Place(cell.area(), cell.span().key());
          switch (cell) {
            case PublishedCell.Hidden _ -> hidden.add(place);
            case PublishedCell.Figure figure ->
                shown.put(place, new Cube.Counts(figure.base(), figure.good()));
          }
        }
      }
      assertThat(Collections.disjoint(shown.keySet(), hidden))
          .as("what is hidden stays so")
          .isTrue();
      return new Published(
          new Cube(
              closed(Q4, all).stream().map(Cube.Labelled::of).toList(),
              AREAS,
              Cube.spans(QUARTERS)),
          shown,
          hidden);
    }

    boolean isSmall(Cube.Place place) {
      var counts = truth.counts().get(place);
      return !Disclosure.mayBeSeen(counts.base(), counts.good());
    }
  }

  /** Write down every sum with what is shown, solve, and look at what comes out. */
  @Property(tries = 200)
  void nothing_small_comes_out_by_subtracting(@ForAll("tallies") List<Tally> tallies) {
    var all = Published.of(tallies);
    all.shown()
        .forEach((place, counts) -> {
          assertThat(counts).isEqualTo(all.truth().counts().get(place));
          assertThat(all.isSmall(place)).isFalse();
        });
    // That nothing was labelled so coarsely may be known.
    var unknown =
        all.truth().counts().entrySet().stream()
            .filter(one -> !all.shown().containsKey(one.getKey()))
            .filter(one -> one.getValue().base() > 0)
            .map(Map.Entry::getKey)
            .toList();
    assertThat(solved(all.truth().sums(), unknown)).noneMatch(all::isSmall);
  }

  @Property(tries = 200)
  void a_total_is_shown_beside_no_hidden_member_or_two_that_make_a_cell(
      @ForAll("tallies") List<Tally> tallies) {
    var all = Published.of(tallies);
    for (var sum : all.truth().sums()) {
      boolean hides =
          sum.members().stream()
              .anyMatch(
                  place -> all.hidden().contains(place) || place.isRest() && all.isSmall(place));
      if (all.shown().containsKey(sum.total()) && hides) {
        // A rest is never published, so it is as good as hidden.
        var unknown =
            sum.members().stream()
                .filter(place -> !all.shown().containsKey(place))
                .map(place -> all.truth().counts().get(place).base())
                .filter(base -> base > 0)
                .toList();
        assertThat(unknown).as("%s", sum).hasSizeGreaterThan(1);
        assertThat(unknown.stream().mapToInt(base -> base).sum()).isGreaterThanOrEqualTo(10);
      }
    }
  }

  /**
   * Gauss and Jordan with plain fractions of doubles: not the way in which the component checks
   * itself.
   */
  private static List<Cube.Place> solved(List<Cube.Sum> sums, List<Cube.Place> unknown) {
    var rows = new ArrayList<double[]>();
    for (var sum : sums) {
      var row = new double[unknown.size()];
      for (int at = 0; at < row.length; at++) {
        row[at] =
            unknown.get(at).equals(sum.total())
                ? 1
                : sum.members().contains(unknown.get(at)) ? -1 : 0;
      }
      rows.add(row);
    }
    int rank = 0;
    for (int column = 0; column < unknown.size() && rank < rows.size(); column++) {
      int best = rank;
      for (int row = rank; row < rows.size(); row++) {
        best = Math.abs(rows.get(row)[column]) > Math.abs(rows.get(best)[column]) ? row : best;
      }
      if (Math.abs(rows.get(best)[column]) < 1e-9) {
        continue;
      }
      Collections.swap(rows, rank, best);
      var pivot = rows.get(rank);
      double by = pivot[column];
      for (int at = 0; at < pivot.length; at++) {
        pivot[at] /= by;
      }
      for (int row = 0; row < rows.size(); row++) {
        double times = rows.get(row)[column];
        for (int at = 0; row != rank && at < pivot.length; at++) {
          rows.get(row)[at] -= times * pivot[at];
        }
      }
      rank++;
    }
    var solved = new ArrayList<Cube.Place>();
    for (var row : rows) {
      var left = new ArrayList<Integer>();
      for (int at = 0; at < row.length; at++) {
        if (Math.abs(row[at]) > 1e-9) {
          left.add(at);
        }
      }
      if (left.size() == 1) {
        solved.add(unknown.get(left.getFirst()));
      }
    }
    return solved;
  }

  @Provide
  Arbitrary<List<Tally>> tallies() {
    var small = Arbitraries.integers().between(0, 14);
    var large = Arbitraries.integers().between(0, 60);
    return Combinators.combine(
            Arbitraries.of(
                "north",
                "south",
                "east",
                "assessment",
                "reviews",
                "fostering",
                "kinship",
                "council"),
            Arbitraries.of(
                "2026-11", "2026-10", "2026-08", "2026-05", "2026-02", "2026-Q4", "2026-Q2", "2026",
                "2025-12"),
            Arbitraries.oneOf(small, large),
            Arbitraries.doubles().between(0, 1))
        .as((area, period, base, share) ->
            tally(area, period, base, (int) Math.round(base * share)))
        .list()
        .ofMaxSize(30);
  }
}
