package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearback.anonymity.DisclosureTest.AREAS;
import static org.hearback.anonymity.DisclosureTest.GROUP;
import static org.hearback.anonymity.DisclosureTest.Q3;
import static org.hearback.anonymity.DisclosureTest.Q4;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a release tells of themes; the attacks on it are beside the bench. */
class ThemeDisclosureTest {
  private static final String SAID = "listened-to";

  @Test
  void ten_say_it_or_nothing_is_told_not_even_that_nobody_does() {
    var cells =
        made(
            List.of(),
            label("north", Q4, 40, 10),
            label("south", Q4, 40, 9),
            label("east", Q4, 40, 0),
            label("reviews", Q4, 40, 30));
    assertThat(cell(cells, "north", Q4).answers()).hasValue(40);
    assertThat(cell(cells, "south", Q4)).isEqualTo(silent("south", Q4, OptionalInt.of(40)));
    assertThat(cell(cells, "east", Q4)).isEqualTo(silent("east", Q4, OptionalInt.of(40)));
    assertThat(cell(cells, "reviews", Q4).said()).isEqualTo(Map.of(SAID, 30));
  }

  @Test
  void what_all_say_needs_twenty() {
    var few = made(List.of(), label("north", Q4, 19, 19));
    assertThat(few).allMatch(cell -> cell.said().isEmpty());
    assertThat(cell(few, "north", Q4).answers()).hasValue(19);
    var many = made(List.of(), label("north", Q4, 20, 20));
    assertThat(cell(many, "north", Q4).said()).isEqualTo(Map.of(SAID, 20));
  }

  @Test
  void nobody_has_answered_is_a_true_zero_and_nine_are_hidden() {
    var cells = made(List.of(), label("north", Q4, 9, 9), label("south", Q4, 30, 20));
    assertThat(cell(cells, "fostering", Q4)).isEqualTo(silent("fostering", Q4, OptionalInt.of(0)));
    assertThat(cell(cells, "north", Q4)).isEqualTo(silent("north", Q4, OptionalInt.empty()));
  }

  @Test
  void how_many_answered_is_hidden_once_for_all_themes() {
    var quarter = new ClosedThemes.Quarter(Q4, "1", Map.of("a", 0, "b", 0, "c", 0));
    var label =
        new ClosedThemes.Labelled(
            Q4, AREAS.upwards("north"), GROUP, "2026-Q4", 8, Map.of("a", 8, "b", 3));
    var other =
        new ClosedThemes.Labelled(
            Q4, AREAS.upwards("south"), GROUP, "2026-Q4", 12, Map.of("a", 11, "c", 10));
    var cells = cells(List.of(), new ClosedThemes(List.of(quarter), List.of(label, other)), Q4);
    // Twenty in all and twelve in one would give eight.
    long told =
        List.of("north", "south", "assessment").stream()
            .filter(area -> cell(cells, area, Q4).answers().isPresent())
            .count();
    assertThat(told).isLessThan(2);
    for (var cell : cells) {
      assertThat(cell.answers().isPresent() || cell.said().isEmpty()).isTrue();
    }
  }

  @Test
  void what_one_area_says_does_not_come_out_by_subtracting() {
    var cells = made(List.of(), label("north", Q4, 40, 12), label("south", Q4, 40, 4));
    boolean north = cell(cells, "north", Q4).said().containsKey(SAID);
    boolean all = cell(cells, "assessment", Q4).said().containsKey(SAID);
    assertThat(north && all).isFalse();
    assertThat(north || all).as("one of them can be told").isTrue();
  }

  @Test
  void a_quarter_that_was_closed_before_themes_were_counted_is_told_of_nowhere() {
    var cells = made(List.of(), label("north", Q4, 40, 20));
    assertThat(cells).extracting(ThemeCell::span).containsOnly(Q4);
  }

  @Test
  void a_theme_is_told_of_twelve_months_where_all_their_quarters_counted_it() {
    var closed = year(Map.of(SAID, 0), Map.of(SAID, 0));
    assertThat(cell(cells(List.of(), closed, Q4), "north", Q4.rolling()).said())
        .isEqualTo(Map.of(SAID, 80));
    var later = year(Map.of("other", 0), Map.of(SAID, 0));
    var cells = cells(List.of(), later, Q4);
    assertThat(cell(cells, "north", Q4.rolling()).answers()).hasValue(160);
    assertThat(cell(cells, "north", Q4.rolling()).said()).isEmpty();
    assertThat(cell(cells, "north", Q4).said()).isEqualTo(Map.of(SAID, 20));
  }

  @Test
  void what_was_told_stays_and_figures_that_were_changed_since_stop_everything() {
    var first = made(List.of(), label("north", Q3, 40, 20));
    var release = new Release(Q3, List.of(), first);
    var second =
        cells(List.of(release), closed(label("north", Q3, 40, 20), label("north", Q4, 50, 30)), Q4);
    assertThat(cell(second, "north", Q3)).isEqualTo(cell(first, "north", Q3));
    assertThat(
            new ThemeDisclosure(List.of(release), closed(label("north", Q3, 40, 21)), AREAS, Q4)
                .cells())
        .isEmpty();
  }

  @Test
  void only_what_was_counted_by_the_same_rules_is_compared() {
    var quarters =
        List.of(
            new ClosedThemes.Quarter(Q3, "1", Map.of(SAID, 0, "b", 0)),
            new ClosedThemes.Quarter(Q4, "1", Map.of(SAID, 0, "b", 1)),
            new ClosedThemes.Quarter(CellSpan.of("2027-Q1"), "2", Map.of(SAID, 0)));
    var closed = new ClosedThemes(quarters, List.of());
    assertThat(closed.comparable(Q3, Q4, SAID)).isTrue();
    assertThat(closed.comparable(Q3, Q4, "b")).as("another version").isFalse();
    assertThat(closed.comparable(Q4, CellSpan.of("2027-Q1"), SAID)).as("another book").isFalse();
    assertThat(closed.comparable(CellSpan.of("2026-Q2"), Q3, SAID)).as("not counted").isFalse();
    assertThat(closed.comparable(Q3, Q4, "gone")).isFalse();
  }

  private static ClosedThemes year(Map<String, Integer> first, Map<String, Integer> others) {
    var quarters = Q4.quarters();
    return new ClosedThemes(
        quarters.stream()
            .map(span -> new ClosedThemes.Quarter(span, "1", span.equals(Q4) ? others : first))
            .toList(),
        quarters.stream().map(span -> label("north", span, 40, 20)).toList());
  }

  private static ThemeCell silent(String area, CellSpan span, OptionalInt answers) {
    return new ThemeCell(area, GROUP, span, answers, Map.of());
  }

  private static List<ThemeCell> made(List<Release> earlier, ClosedThemes.Labelled... labels) {
    return cells(earlier, closed(labels), labels[labels.length - 1].quarter());
  }

  private static List<ThemeCell> cells(
      List<Release> earlier, ClosedThemes closed, CellSpan quarter) {
    return new ThemeDisclosure(earlier, closed, AREAS, quarter).cells().orElseThrow();
  }

  private static ClosedThemes closed(ClosedThemes.Labelled... labels) {
    return new ClosedThemes(
        Arrays.stream(labels)
            .map(ClosedThemes.Labelled::quarter)
            .distinct()
            .map(span -> new ClosedThemes.Quarter(span, "1", Map.of(SAID, 0)))
            .toList(),
        List.of(labels));
  }

  private static ClosedThemes.Labelled label(String area, CellSpan quarter, int answers, int said) {
    return new ClosedThemes.Labelled(
        quarter,
        AREAS.upwards(area),
        GROUP,
        quarter.key(),
        answers,
        said == 0 ? Map.of() : Map.of(SAID, said));
  }

  private static ThemeCell cell(List<ThemeCell> cells, String area, CellSpan span) {
    return cells.stream()
        .filter(it -> it.group() == GROUP && it.area().equals(area) && it.span().equals(span))
        .findFirst()
        .orElseThrow();
  }
}
