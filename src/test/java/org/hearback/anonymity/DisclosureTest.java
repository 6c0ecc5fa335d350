package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hearback.form.CoreItem;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.ServiceAreas;
import org.junit.jupiter.api.Test;

class DisclosureTest {
  private static final ServiceAreas AREAS =
      new ServiceAreas(
          Map.of("north", "assessment", "south", "assessment", "east", "assessment", "assessment",
              "council", "reviews", "council", "fostering", "reviews", "kinship", "reviews"),
          "council");
  private static final CellSpan Q4 = CellSpan.of("2026-Q4");
  private static final AudienceGroup GROUP = AudienceGroup.FAMILY;
  private static final CoreItem ITEM = CoreItem.LISTENED;

  @Test
  void nine_answers_are_hidden_and_ten_are_shown() {
    assertThat(cell(release(tally("north", "2026-11", 9, 4)), "north", Q4))
        .isEqualTo(new PublishedCell.Hidden("north", GROUP, Q4, ITEM));
    assertThat(cell(release(tally("north", "2026-11", 10, 4)), "north", Q4))
        .isEqualTo(new PublishedCell.Figure("north", GROUP, Q4, ITEM, 10, 4));
  }

  @Test
  void nobody_is_a_true_zero() {
    assertThat(cell(release(), "north", Q4))
        .isEqualTo(new PublishedCell.Figure("north", GROUP, Q4, ITEM, 0, 0));
  }

  @Test
  void a_cell_of_one_voice_needs_twenty() {
    var release =
        release(
            tally("north", "2026-11", 19, 19), tally("south", "2026-11", 20, 20), tally("reviews", "2026-11", 19, 0));
    assertThat(cell(release, "north", Q4)).isInstanceOf(PublishedCell.Hidden.class);
    assertThat(cell(release, "reviews", Q4)).isInstanceOf(PublishedCell.Hidden.class);
  }

  @Test
  void one_small_area_takes_its_smallest_neighbour_with_it_so_that_the_parent_can_stay() {
    var release =
        release(
            tally("north", "2026-11", 3, 1), tally("south", "2026-11", 12, 6), tally("east", "2026-11", 30, 15));
    assertThat(cell(release, "south", Q4)).isInstanceOf(PublishedCell.Hidden.class);
    assertThat(cell(release, "east", Q4)).isInstanceOf(PublishedCell.Figure.class);
    assertThat(cell(release, "assessment", Q4))
        .isEqualTo(new PublishedCell.Figure("assessment", GROUP, Q4, ITEM, 45, 22));
  }

  @Test
  void a_parent_whose_one_child_holds_all_its_answers_is_hidden_with_it() {
    var release = release(tally("north", "2026-11", 9, 4));
    assertThat(cell(release, "assessment", Q4)).isInstanceOf(PublishedCell.Hidden.class);
    assertThat(cell(release, "council", Q4.rolling())).isInstanceOf(PublishedCell.Hidden.class);
  }

  @Test
  void a_label_coarser_than_a_cell_does_not_count_in_it() {
    var release = release(tally("assessment", "2026", 30, 15), tally("north", "2026-10", 12, 5));
    assertThat(cell(release, "assessment", Q4))
        .isEqualTo(new PublishedCell.Figure("assessment", GROUP, Q4, ITEM, 12, 5));
    assertThat(cell(release, "assessment", Q4.rolling()))
        .isEqualTo(new PublishedCell.Figure("assessment", GROUP, Q4.rolling(), ITEM, 42, 20));
    assertThat(cell(release, "north", Q4.rolling()))
        .isEqualTo(new PublishedCell.Figure("north", GROUP, Q4.rolling(), ITEM, 12, 5));
  }

  @Test
  void a_year_counts_in_twelve_months_only_where_they_are_that_year() {
    assertThat(Q4.rolling().covers("2026")).isTrue();
    assertThat(CellSpan.of("2026-Q3/12").covers("2026")).isFalse();
    assertThat(CellSpan.of("2026-Q3/12").covers("2025-Q4")).isTrue();
    assertThat(CellSpan.of("2026-Q3/12").covers("2025-09")).isFalse();
    assertThat(CellSpan.quarterOf(YearMonth.of(2026, 10)).covers("2026-12")).isTrue();
  }

  @Test
  void a_page_rolls_up_to_twelve_months_and_then_to_the_area_above_and_says_so() {
    var release =
        release(
            tally("north", "2026-11", 6, 3), tally("north", "2026-08", 8, 4),
            tally("north", "2026-05", 40, 20), tally("south", "2026-11", 7, 2));
    assertThat(release.shownFor("north", GROUP, ITEM, AREAS))
        .isInstanceOfSatisfying(
            Shown.Found.class,
            found -> {
              assertThat(found.figure().base()).isGreaterThanOrEqualTo(10);
              assertThat(found.widerArea() || found.longerTime()).isTrue();
            });
    assertThat(release.shownFor("north", AudienceGroup.STAFF_AND_PARTNER, ITEM, AREAS))
        .isEqualTo(new Shown.TooFew());
  }

  @Test
  void a_figure_of_its_own_is_shown_as_it_is() {
    var release = release(tally("north", "2026-11", 12, 6));
    assertThat(release.shownFor("north", GROUP, ITEM, AREAS))
        .isEqualTo(
            new Shown.Found(new PublishedCell.Figure("north", GROUP, Q4, ITEM, 12, 6), false, false));
  }

  @Test
  void a_later_release_changes_a_figure_by_five_answers_or_not_at_all() {
    var before = release(tally("north", "2026-11", 12, 6));
    var four = Disclosure.after(before, release(tally("north", "2026-11", 16, 10)));
    assertThat(cell(four, "north", Q4)).isEqualTo(cell(before, "north", Q4));
    var five = release(tally("north", "2026-11", 17, 10));
    assertThat(Disclosure.after(before, five)).isEqualTo(five);
  }

  @Test
  void a_later_release_may_hide_and_may_show_what_was_hidden() {
    var hidden = release(tally("north", "2026-11", 8, 4));
    var shown = release(tally("north", "2026-11", 12, 6));
    assertThat(Disclosure.after(hidden, shown)).isEqualTo(shown);
    assertThat(Disclosure.after(shown, hidden)).isEqualTo(hidden);
  }

  /** The attack: write down every sum with what is shown, solve, and look at what comes out. */
  @Property(tries = 300)
  void nothing_small_comes_out_by_subtracting(@ForAll("tallies") List<Tally> tallies) {
    var release = Disclosure.release(tallies, AREAS, Q4);
    var truth = new Cube(tallies, AREAS, Q4);
    var shown = new HashMap<Cube.Place, PublishedCell.Figure>();
    for (var cell : release.cells()) {
      if (cell instanceof PublishedCell.Figure figure && cell.group() == GROUP && cell.item() == ITEM) {
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

  /** An attacker knows that a rest is nothing where nothing was labelled so; some may know harmless rests too. */
  private static boolean isGuessed(Cube truth, Cube.Place rest, boolean harmlessToo) {
    var counts = truth.counts().get(rest);
    return counts.base() == 0
        || harmlessToo && !Suppression.of(truth).contains(rest);
  }

  /** Gauss and Jordan with plain fractions of doubles: not the way in which the component checks itself. */
  private static List<Cube.Place> solved(List<Cube.Sum> sums, List<Cube.Place> unknown) {
    var rows = new ArrayList<double[]>();
    for (var sum : sums) {
      var row = new double[unknown.size()];
      for (int at = 0; at < row.length; at++) {
        row[at] = unknown.get(at).equals(sum.total()) ? 1 : sum.members().contains(unknown.get(at)) ? -1 : 0;
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
      java.util.Collections.swap(rows, rank, best);
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
                "north", "south", "east", "assessment", "reviews", "fostering", "kinship", "council"),
            Arbitraries.of("2026-11", "2026-10", "2026-08", "2026-05", "2026-02", "2026-Q4", "2026-Q2", "2026", "2025-12"),
            Arbitraries.oneOf(small, large),
            Arbitraries.doubles().between(0, 1))
        .as((area, period, base, share) -> tally(area, period, base, (int) Math.round(base * share)))
        .list()
        .ofMaxSize(30);
  }

  private static Release release(Tally... tallies) {
    return Disclosure.release(List.of(tallies), AREAS, Q4);
  }

  private static Tally tally(String area, String period, int base, int good) {
    return new Tally(area, GROUP, period, ITEM, base, good);
  }

  private static PublishedCell cell(Release release, String area, CellSpan span) {
    return release.cells().stream()
        .filter(at -> at.group() == GROUP && at.item() == ITEM)
        .filter(at -> at.area().equals(area) && at.span().equals(span))
        .findFirst()
        .orElseThrow();
  }
}
