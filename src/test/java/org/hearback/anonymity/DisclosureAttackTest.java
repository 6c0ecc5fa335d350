package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearback.anonymity.DisclosureTest.AREAS;
import static org.hearback.anonymity.DisclosureTest.GROUP;
import static org.hearback.anonymity.DisclosureTest.ITEM;
import static org.hearback.anonymity.DisclosureTest.Q4;
import static org.hearback.anonymity.DisclosureTest.tally;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Somebody with a pencil and a whole release tries to get at what is hidden. */
class DisclosureAttackTest {
  /** Write down every sum with what is shown, solve, and look at what comes out. */
  @Property(tries = 300)
  void nothing_small_comes_out_by_subtracting(@ForAll("tallies") List<Tally> tallies) {
    var release = Disclosure.release(tallies, AREAS, Q4);
    var truth = new Cube(tallies, AREAS, Q4);
    var shown = new HashMap<Cube.Place, PublishedCell.Figure>();
    for (var cell : release.cells()) {
      if (cell instanceof PublishedCell.Figure figure
          && cell.group() == GROUP
          && cell.item() == ITEM) {
        var counts = truth.counts().get(new Cube.Place(cell.area(), cell.span().key()));
        assertThat(counts).isEqualTo(new Cube.Counts(figure.base(), figure.good()));
        assertThat(Disclosure.mayBeSeen(counts.base(), counts.good())).isTrue();
        shown.put(new Cube.Place(cell.area(), cell.span().key()), figure);
      }
    }
    for (boolean restsAreGuessed : List.of(true, false)) {
      var unknown =
          truth.counts().keySet().stream()
              .filter(place -> !shown.containsKey(place))
              .filter(place -> !(place.isRest() && isGuessed(truth, place, restsAreGuessed)))
              .toList();
      for (var exposed : solved(truth.sums(), unknown)) {
        var counts = truth.counts().get(exposed);
        assertThat(exposed.isRest() && Disclosure.mayBeSeen(counts.base(), counts.good()))
            .as("%s is exposed: %s", exposed, counts)
            .isTrue();
      }
    }
  }

  @Property(tries = 300)
  void a_total_is_shown_beside_no_hidden_member_or_two_that_make_a_cell(
      @ForAll("tallies") List<Tally> tallies) {
    var truth = new Cube(tallies, AREAS, Q4);
    var hidden = Suppression.of(truth);
    for (var sum : truth.sums()) {
      var members = sum.members().stream().filter(hidden::contains).toList();
      if (!hidden.contains(sum.total()) && !members.isEmpty()) {
        assertThat(members).hasSizeGreaterThan(1);
        assertThat(members.stream().mapToInt(at -> truth.counts().get(at).base()).sum())
            .isGreaterThanOrEqualTo(10);
      }
    }
  }

  /**
   * An attacker knows that a rest is nothing where nothing was labelled so; some may know harmless
   * rests too.
   */
  private static boolean isGuessed(Cube truth, Cube.Place rest, boolean harmlessToo) {
    var counts = truth.counts().get(rest);
    return counts.base() == 0 || harmlessToo && !Suppression.of(truth).contains(rest);
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
