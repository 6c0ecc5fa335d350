package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearback.form.CoreItem;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.ServiceAreas;
import org.junit.jupiter.api.Test;

class DisclosureTest {
  static final ServiceAreas AREAS =
      new ServiceAreas(
          Map.of(
              "north",
              "assessment",
              "south",
              "assessment",
              "east",
              "assessment",
              "assessment",
              "council",
              "reviews",
              "council",
              "fostering",
              "reviews",
              "kinship",
              "reviews"),
          "council");
  static final CellSpan Q2 = CellSpan.of("2026-Q2");
  static final CellSpan Q3 = CellSpan.of("2026-Q3");
  static final CellSpan Q4 = CellSpan.of("2026-Q4");
  static final AudienceGroup GROUP = AudienceGroup.FAMILY;
  static final CoreItem ITEM = CoreItem.LISTENED;

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
            tally("north", "2026-11", 19, 19),
            tally("south", "2026-11", 20, 20),
            tally("reviews", "2026-11", 19, 0));
    assertThat(cell(release, "north", Q4)).isInstanceOf(PublishedCell.Hidden.class);
    assertThat(cell(release, "reviews", Q4)).isInstanceOf(PublishedCell.Hidden.class);
  }

  @Test
  void one_small_area_takes_its_smallest_neighbour_with_it_so_that_the_parent_can_stay() {
    var release =
        release(
            tally("north", "2026-11", 3, 1),
            tally("south", "2026-11", 12, 6),
            tally("east", "2026-11", 30, 15));
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
            new Shown.Found(
                new PublishedCell.Figure("north", GROUP, Q4, ITEM, 12, 6), false, false));
  }

  @Test
  void a_quarter_is_closed_five_weeks_after_its_end() {
    assertThat(Disclosure.newestClosed(LocalDate.parse("2026-11-04"))).isEqualTo(Q2);
    assertThat(Disclosure.newestClosed(LocalDate.parse("2026-11-05"))).isEqualTo(Q3);
    assertThat(Disclosure.newestClosed(LocalDate.parse("2027-02-04"))).isEqualTo(Q3);
    assertThat(Disclosure.newestClosed(LocalDate.parse("2027-02-05"))).isEqualTo(Q4);
    var closing = LocalDate.parse("2026-11-05");
    assertThat(Disclosure.nextClosing(closing.minusDays(1))).isEqualTo(closing);
    assertThat(Disclosure.nextClosing(closing)).isEqualTo("2027-02-05");
    assertThat(Disclosure.closes(Q4, "2026")).isTrue();
    assertThat(Disclosure.closes(Q3, "2026")).isFalse();
    assertThat(Disclosure.closes(Q3, "2026-09")).isTrue();
  }

  @Test
  void what_was_said_of_a_quarter_is_said_of_it_in_every_later_release() {
    var small = tally("north", "2026-05", 3, 1);
    var neighbour = tally("south", "2026-05", 12, 6);
    var large = tally("east", "2026-05", 30, 15);
    var first = made(List.of(), Q2, small, neighbour, large);
    var second = made(List.of(first), Q3, small, neighbour, large, tally("east", "2026-08", 40, 9));
    for (var release : List.of(first, second)) {
      assertThat(cell(release, "south", Q2)).isInstanceOf(PublishedCell.Hidden.class);
      assertThat(cell(release, "east", Q2))
          .isEqualTo(new PublishedCell.Figure("east", GROUP, Q2, ITEM, 30, 15));
    }
  }

  @Test
  void twelve_months_do_not_give_away_the_quarter_that_they_left_behind() {
    Tally[] tallies = {
      tally("north", "2025-11", 30, 15), // leaves the twelve months with the next release
      tally("north", "2026-02", 4, 1),
      tally("north", "2026-05", 30, 14),
      tally("north", "2026-08", 4, 3),
      tally("north", "2026-11", 12, 6)
    };
    var first = made(List.of(), Q3, tallies);
    assertThat(cell(first, "north", Q3)).isInstanceOf(PublishedCell.Hidden.class);
    var alone = made(List.of(), Q4, tallies);
    var second = made(List.of(first), Q4, tallies);
    assertThat(cell(alone, "north", Q4.rolling())).isInstanceOf(PublishedCell.Figure.class);
    // 30 more that are known, 12 more that are known: the rest is the same two small quarters.
    assertThat(cell(second, "north", CellSpan.of("2026-Q1")))
        .isInstanceOf(PublishedCell.Hidden.class);
    assertThat(cell(second, "north", Q3)).isInstanceOf(PublishedCell.Hidden.class);
  }

  @Test
  void an_area_that_moves_leaves_its_closed_quarters_where_they_were() {
    var before = made(List.of(), Q3, tally("north", "2026-08", 30, 15));
    var moved = new HashMap<>(AREAS.parents());
    moved.put("north", "reviews");
    var after = new ServiceAreas(moved, "council");
    var closed =
        List.of(
            closed(tally("north", "2026-08", 30, 15), AREAS),
            closed(tally("north", "2026-11", 20, 9), after));
    var second = release(Disclosure.release(List.of(before), closed, ClosedThemes.NONE, after, Q4));
    assertThat(cell(second, "assessment", Q3))
        .isEqualTo(new PublishedCell.Figure("assessment", GROUP, Q3, ITEM, 30, 15));
    assertThat(cell(second, "reviews", Q4))
        .isEqualTo(new PublishedCell.Figure("reviews", GROUP, Q4, ITEM, 20, 9));
  }

  @Test
  void there_is_no_release_beside_earlier_figures_that_are_not_what_was_closed() {
    var other = made(List.of(), Q3, tally("north", "2026-08", 31, 15));
    assertThat(
            Disclosure.release(
                List.of(other),
                List.of(closed(tally("north", "2026-08", 30, 15), AREAS)),
                ClosedThemes.NONE,
                AREAS,
                Q4))
        .isInstanceOf(Decision.Refused.class);
  }

  private static Release release(Tally... tallies) {
    return made(List.of(), Q4, tallies);
  }

  static Release made(List<Release> earlier, CellSpan quarter, Tally... tallies) {
    return release(
        Disclosure.release(earlier, closed(quarter, tallies), ClosedThemes.NONE, AREAS, quarter));
  }

  private static Release release(Decision decision) {
    return switch (decision) {
      case Decision.Made(var release) -> release;
      case Decision.Refused(var reason) -> throw new AssertionError(reason);
    };
  }

  /** What is closed by the time a quarter is. */
  static List<ClosedTally> closed(CellSpan upTo, Tally... tallies) {
    return Arrays.stream(tallies)
        .map(tally -> closed(tally, AREAS))
        .filter(closed -> !upTo.isBefore(closed.quarter()))
        .toList();
  }

  private static ClosedTally closed(Tally tally, ServiceAreas areas) {
    var period = tally.period();
    var quarter =
        period.length() == 4
            ? CellSpan.of(period + "-Q4")
            : period.contains("Q")
                ? CellSpan.of(period)
                : CellSpan.quarterOf(YearMonth.parse(period));
    return new ClosedTally(quarter, areas.upwards(tally.area()), tally);
  }

  static Tally tally(String area, String period, int base, int good) {
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
