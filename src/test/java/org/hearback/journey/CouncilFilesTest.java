package org.hearback.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a council edits: the shipped files, and files with a mistake in them. */
class CouncilFilesTest {
  private final AreaFile areas = Definition.read("service-areas", AreaFile.class);
  private final Milestones milestones = Definition.read("milestones", Milestones.class);

  @Test
  void every_leaf_has_a_team_and_lies_below_a_parent_below_the_council() {
    var tree = areas.tree();
    assertThat(tree.children(tree.council())).hasSize(4);
    var leaves =
        areas.areas().keySet().stream().filter(area -> tree.children(area).isEmpty()).toList();
    assertThat(leaves)
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(leaf -> {
          assertThat(tree.upwards(leaf)).hasSize(3);
          assertThat(areas.areas().get(leaf).teams()).isNotEmpty();
        });
    assertThat(areas.names().name("leaving-care")).isEqualTo("Leaving care");
    assertThat(areas.names().name("gone")).isEqualTo("gone");
  }

  @Test
  void a_team_belongs_to_an_area_from_its_day_on() {
    var teams = new Teams(areas);
    assertThat(teams.areaOfTeam("FH-N1", LocalDate.parse("2025-03-31"))).isEmpty();
    assertThat(teams.areaOfTeam("FH-N1", LocalDate.parse("2025-04-01")))
        .contains("family-help-north");
    assertThat(teams.areaOfTeam("nobody", LocalDate.parse("2026-04-01"))).isEmpty();
  }

  @Test
  void a_team_that_moves_belongs_to_one_area_a_day() {
    var text =
        """
        council: w
        areas:
          w: {name: W, valid_from: 2020-01-01}
          a: {name: A, parent: w, valid_from: 2020-01-01, teams: [{team: T, valid_from: 2020-01-01, valid_to: 2026-03-31}]}
          b: {name: B, parent: w, valid_from: 2020-01-01, teams: [{team: T, valid_from: 2026-04-01}]}
        """;
    var teams = new Teams(Definition.parse("service-areas", text, AreaFile.class));
    assertThat(teams.areaOfTeam("T", LocalDate.parse("2026-03-31"))).contains("a");
    assertThat(teams.areaOfTeam("T", LocalDate.parse("2026-04-01"))).contains("b");
    var doubled =
        Definition.parse(
            "service-areas", text.replace(", valid_to: 2026-03-31", ""), AreaFile.class);
    assertThatThrownBy(() -> new Teams(doubled)).hasMessageContaining("two areas");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, 0, 3, 2026-11-26",
    "2026-11-20, 0, 3, 2026-11-25",
    "2026-12-23, 0, 3, 2026-12-30",
    "2026-11-23, 7, 0, 2026-11-30",
    "2026-11-21, 0, 1, 2026-11-23"
  })
  void working_days_leave_out_weekends_and_holidays(
      LocalDate day, int days, int working, LocalDate due) {
    assertThat(milestones.due(day, new Milestone.Delay(days, working))).isEqualTo(due);
  }

  @Test
  void nobody_is_asked_sooner_than_the_cooling_off_days() {
    var assessment = milestones.find("M3").orElseThrow();
    assertThat(assessment.ask())
        .allSatisfy(ask -> assertThat(ask.delay().days()).isGreaterThanOrEqualTo(7));
    assertThat(milestones.caps()).isEqualTo(new Milestones.Caps(60, 2, 2));
    assertThat(milestones.backdatedDays()).isEqualTo(42);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "route: route-person | route: own-phone",
        "audience: PARENT | audience: NEIGHBOUR",
        "delay: {days: 7} | delay: {days: 7, working_days: 2}",
        "backdated_days: 42 | backdated_days: 400",
        "late_days: 14 | late_weeks: 2",
        "late_days: 14 | backdated_days: 42"
      })
  void a_mistake_in_the_file_is_told_and_not_believed(String right, String wrong) throws Exception {
    try (var in = Definition.class.getResourceAsStream("/forms/milestones.yml")) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains(right);
      assertThatThrownBy(
              () -> Definition.parse("milestones", text.replace(right, wrong), Milestones.class))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("forms/milestones.yml");
    }
  }
}
