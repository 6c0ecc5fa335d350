package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
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

  private static Release release(Tally... tallies) {
    return Disclosure.release(List.of(tallies), AREAS, Q4);
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
