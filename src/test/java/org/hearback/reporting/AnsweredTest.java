package org.hearback.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.anonymity.CellSpan;
import org.hearback.invitation.LinkToken;
import org.hearback.retention.RetentionJob;
import org.hearback.theme.IndexJob;
import org.hearback.theme.ThemesCounted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who answered, by which way and language: counted while it is forgotten who it was. */
class AnsweredTest {
  private static final CellSpan YEAR = CellSpan.of("2026-Q3/12");
  private static final String NORTH = "family-help-north";
  private static final String KEPT =
      "SELECT CONCAT_WS(' ', quarter, area, split, part, people) FROM feedback.answered ORDER BY 1";

  private static TestHouse house;

  @BeforeAll
  static void open() throws SQLException {
    house = TestHouse.on(TestDatabase.shared());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    house.database().empty();
    house.get(IndexJob.class).run();
    answers(1, "westhaven");
  }

  @Test
  void a_quarter_is_counted_once_when_nothing_says_any_more_who_answered() throws Exception {
    ask(40, 21, "text", "en", "PARENT", NORTH, "2026-07-01");
    ask(30, 12, "letter", "en", "PARENT", NORTH, "2026-08-10");
    day("2026-08-11");
    assertThat(known()).as("the window of the first has not passed").isEqualTo(33);
    day("2026-08-12");
    assertThat(known()).as("forgotten, and counted").isEqualTo(12);
    ask(35, 13, "text", "pl", "YOUNG_PERSON", "fostering", "2026-09-30");
    day("2026-11-05");
    assertThat(known()).isEqualTo(13);
    assertThat(kept()).as("of some it is still known").isEmpty();
    day("2026-11-10");
    assertThat(kept()).as("the window of the last has not passed").isEmpty();
    day("2026-11-11");
    assertThat(kept())
        .containsExactly(
            "2026-Q3 children-in-care all  15",
            "2026-Q3 children-in-care group CHILD_AND_YOUNG_PERSON 15",
            "2026-Q3 children-in-care language pl 15",
            "2026-Q3 children-in-care way text 15",
            "2026-Q3 family-help all  35",
            "2026-Q3 family-help group FAMILY 35",
            "2026-Q3 family-help language en 35",
            "2026-Q3 family-help way letter 10",
            "2026-Q3 family-help way text 20",
            "2026-Q3 westhaven all  45",
            "2026-Q3 westhaven group CHILD_AND_YOUNG_PERSON 15",
            "2026-Q3 westhaven group FAMILY 35",
            "2026-Q3 westhaven language en 35",
            "2026-Q3 westhaven language pl 15",
            "2026-Q3 westhaven way letter 10",
            "2026-Q3 westhaven way text 35");
    var once = kept();
    assertThat(sealed()).as("what may be kept is kept").isEmpty();
    day("2026-11-13");
    day("2027-01-20");
    assertThat(kept()).isEqualTo(once);
  }

  @Test
  void until_then_its_counts_are_sealed_and_of_one_length() throws Exception {
    ask(30, 1, "letter", "pl", "PARENT", NORTH, "2026-07-01");
    day("2026-08-13");
    var one = sealed();
    ask(30, 25, "text", "cy", "PARTNER", "fostering", "2026-07-02");
    ask(30, 25, "email", "ar", "CHILD", "fostering", "2026-07-02");
    day("2026-08-14");
    var more = sealed();
    assertThat(one).hasSize(1);
    assertThat(more).hasSize(1).isNotEqualTo(one);
    assertThat(more.getFirst()).hasSameSizeAs(one.getFirst());
    assertThat(
            new String(
                java.util.HexFormat.of().parseHex(one.getFirst()), StandardCharsets.ISO_8859_1))
        .doesNotContain("letter", "WAY", "westhaven");
  }

  @Test
  void the_sheet_says_how_many_of_how_many_and_c_where_it_would_tell_of_few() throws Exception {
    ask(60, 21, "text", "en", "PARENT", NORTH, "2026-07-01");
    ask(40, 14, "email", "en", "PARENT", NORTH, "2026-08-10");
    ask(30, 3, "letter", "pl", "PARENT", NORTH, "2026-08-10");
    day("2026-11-03");
    assertThat(sheet("westhaven")).containsEntry("All together", "–");
    day("2026-11-12");
    assertThat(sheet("westhaven"))
        .containsOnly(
            Map.entry("All together", "40 of 130 (31 %)"),
            Map.entry("Parents, carers and family", "40 of 130 (31 %)"),
            Map.entry("By text message", "20 of 60 (33 %)"),
            Map.entry("By e-mail", "c"),
            Map.entry("By letter", "c"),
            Map.entry("In English", "c"),
            Map.entry("In Polish", "c"));
    assertThat(sheet("family-help")).containsEntry("By text message", "20 of 60 (33 %)");
    assertThat(sheet(NORTH).values()).as("too far down").containsOnly("–");
  }

  @Test
  void a_year_holds_the_quarters_that_can_be_told_and_what_was_asked_in_them() throws Exception {
    ask(60, 20, "text", "en", "PARENT", NORTH, "2026-04-10");
    ask(30, 5, "text", "en", "PARENT", NORTH, "2026-07-10");
    day("2026-08-20");
    day("2026-11-20");
    assertThat(sheet("westhaven")).containsEntry("All together", "20 of 60 (33 %)");
  }

  @Test
  void what_figures_nearly_stand_on_is_not_told() throws Exception {
    ask(80, 30, "text", "en", "PARENT", NORTH, "2026-07-01");
    ask(40, 15, "text", "en", "YOUNG_PERSON", "fostering", "2026-07-01");
    answers(21, NORTH);
    day("2026-11-05");
    assertThat(kept())
        .as("fewer than ten more families answered than a figure stands on")
        .containsExactly(
            "2026-Q3 westhaven all  45",
            "2026-Q3 westhaven language en 45",
            "2026-Q3 westhaven way text 45");
  }

  @Test
  void a_quarter_of_which_no_figure_is_known_yet_waits() throws Exception {
    house.database().execute("DELETE FROM feedback.item");
    ask(80, 30, "text", "en", "PARENT", NORTH, "2026-07-01");
    day("2026-11-20");
    assertThat(kept()).isEmpty();
    answers(1, NORTH);
    day("2026-11-21");
    assertThat(kept()).contains("2026-Q3 westhaven all  30");
  }

  @Test
  void nodes_beside_each_other_count_nobody_twice() throws Exception {
    ask(50, 25, "text", "en", "PARENT", NORTH, "2026-07-01");
    at("2026-08-13");
    together(house.get(RetentionJob.class)::run);
    ask(40, 15, "text", "en", "PARENT", NORTH, "2026-09-01");
    at("2026-11-20");
    together(house.get(RetentionJob.class)::run);
    release(LocalDate.parse("2026-11-20"));
    together(() -> {
      house.get(Answered.class).count(LocalDate.parse("2026-11-20"));
      return 0;
    });
    assertThat(kept()).contains("2026-Q3 westhaven all  40");
    assertThat(house.database().column("SELECT quarter FROM feedback.counted_quarter"))
        .containsOnlyOnce("2026-Q3");
  }

  /** How many answers there are is no secret where a release tells it, and else may be one. */
  @Test
  void a_number_of_answers_that_no_release_tells_must_not_be_near() throws Exception {
    for (boolean told : List.of(true, false)) {
      empty();
      ask(50, 25, "text", "en", "PARENT", NORTH, "2026-07-01");
      silent(19);
      at("2026-08-13");
      house.get(RetentionJob.class).run();
      at("2026-11-20");
      house.get(RetentionJob.class).run();
      release(LocalDate.parse("2026-11-20"));
      if (!told) {
        house.database().execute("DELETE FROM feedback.published_theme");
        house.database().execute("DELETE FROM feedback.published_answers");
      }
      house.get(Answered.class).count(LocalDate.parse("2026-11-20"));
      assertThat(kept().contains("2026-Q3 westhaven all  25")).as("told: %s", told).isEqualTo(told);
    }
  }

  /** Answers that tick nothing that is counted. */
  private static void silent(int number) throws SQLException {
    for (int answer = 0; answer < number; answer++) {
      house
          .database()
          .execute(
              "INSERT INTO feedback.response VALUES ('%s', 'assessment-parent', 1, '%s', 'PARENT', '', 'M3', '2026-08', 'en')"
                  .formatted(UUID.randomUUID(), "westhaven"));
    }
  }

  private static void release(LocalDate day) {
    var releases = house.get(Releases.class);
    var themes = house.get(ThemesCounted.class);
    releases.make(
        day,
        releases.due(day).stream()
            .collect(Collectors.toMap(it -> it, it -> themes.of(it).orElseThrow())));
  }

  @Test
  void one_that_was_stopped_after_it_had_counted_leaves_nothing_behind() throws Exception {
    ask(50, 25, "text", "en", "PARENT", NORTH, "2026-07-01");
    day("2026-08-13");
    var before = sealed();
    day("2026-11-20");
    var once = kept();
    house
        .database()
        .execute(
            "INSERT INTO vault.replied VALUES ('2026-Q3', UNHEX('" + before.getFirst() + "'))");
    day("2026-11-20");
    assertThat(sealed()).isEmpty();
    assertThat(kept()).isEqualTo(once).isNotEmpty();
  }

  @Test
  void what_does_not_open_is_not_counted_and_still_nobody_is_remembered() throws Exception {
    ask(50, 25, "text", "en", "PARENT", NORTH, "2026-07-01");
    day("2026-08-13");
    house.database().execute("UPDATE vault.replied SET sealed = 'lost' WHERE asked_in <> ''");
    ask(50, 25, "text", "en", "PARENT", NORTH, "2026-07-01");
    day("2026-11-20");
    assertThat(known()).isZero();
    assertThat(kept()).isEmpty();
    assertThat(sheet("westhaven")).containsEntry("All together", "c");
    assertThat(sealed()).isEmpty();
  }

  @Test
  void counts_that_nobody_took_go_after_fifteen_months() throws Exception {
    ask(50, 25, "text", "en", "PARENT", NORTH, "2026-07-01");
    at("2026-08-13");
    house.get(RetentionJob.class).run();
    at("2027-12-30");
    house.get(RetentionJob.class).run();
    assertThat(sealed()).hasSize(1);
    at("2028-01-02");
    house.get(RetentionJob.class).run();
    assertThat(sealed()).isEmpty();
  }

  @Test
  void a_quarter_from_before_it_was_counted_stays_without() throws Exception {
    ask(50, 25, "text", "en", "PARENT", NORTH, "2026-09-01");
    var migration =
        new String(
            AnsweredTest.class
                .getResourceAsStream("/db/migration/V027__answered_by_way.sql")
                .readAllBytes(),
            StandardCharsets.UTF_8);
    house.database().execute(migration.substring(migration.indexOf("INSERT INTO")).strip());
    assertThat(house.database().column("SELECT quarter FROM feedback.counted_quarter"))
        .containsExactly("2026-Q3");
    day("2026-11-20");
    assertThat(kept()).isEmpty();
  }

  @Test
  void the_database_takes_no_small_count_and_nobody_changes_one() throws Exception {
    assertThatThrownBy(() ->
            house
                .database()
                .execute("INSERT INTO feedback.answered VALUES ('2026-Q3','a','all','',5)"))
        .hasMessageContaining("CONSTRAINT");
    house.database().execute("INSERT INTO feedback.answered VALUES ('2026-Q3','a','all','',15)");
    try (var analyst = house.database().as("analyst");
        var statement = analyst.createStatement()) {
      for (var forbidden :
          List.of(
              "UPDATE feedback.answered SET people = 20",
              "DELETE FROM feedback.answered",
              "DELETE FROM feedback.counted_quarter",
              "SELECT sealed FROM vault.replied")) {
        assertThatThrownBy(() -> statement.execute(forbidden)).hasMessageContaining("denied");
      }
    }
    for (var user : List.of("collector", "duty", "delinker", "clerk")) {
      try (var other = house.database().as(user);
          var statement = other.createStatement()) {
        assertThatThrownBy(() -> statement.execute("SELECT people FROM feedback.answered"))
            .as(user)
            .hasMessageContaining("denied");
        assertThatThrownBy(() -> statement.execute("SELECT sealed FROM vault.replied"))
            .as(user)
            .hasMessageContaining("denied");
      }
    }
  }

  private static void ask(
      int people,
      int answered,
      String way,
      String language,
      String audience,
      String area,
      String sentOn)
      throws SQLException {
    var tokens =
        house.invited(
            people,
            "assessment-parent",
            audience,
            "",
            "M3",
            language,
            LocalDate.parse(sentOn).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
            area);
    house
        .database()
        .execute(
            "UPDATE vault.invitation SET channel = '%s' WHERE id IN (SELECT invitation FROM vault.link WHERE token_hash IN (%s))"
                .formatted(way, hashes(tokens)));
    house
        .database()
        .execute(
            "UPDATE vault.link SET spent = TRUE WHERE token_hash IN (%s)"
                .formatted(hashes(tokens.subList(0, answered))));
  }

  /** Parents whose answers are in a figure of the third quarter. */
  private static void answers(int people, String area) throws SQLException {
    for (int person = 0; person < people; person++) {
      var id = UUID.randomUUID();
      house
          .database()
          .execute(
              "INSERT INTO feedback.response VALUES ('%s', 'assessment-parent', 1, '%s', 'PARENT', '', 'M3', '2026-08', 'en')"
                  .formatted(id, area));
      house
          .database()
          .execute("INSERT INTO feedback.item VALUES ('%s', 'LISTENED', 'good')".formatted(id));
    }
  }

  private static String hashes(List<LinkToken> tokens) {
    return tokens.stream()
        .map(token -> "UNHEX('" + token.hash().hex() + "')")
        .collect(Collectors.joining(","));
  }

  /** What the jobs of a day do; the moment is early. */
  private static void day(String day) {
    at(day);
    house.get(RetentionJob.class).run();
    house.get(ReleaseJob.class).run();
  }

  private static void at(String day) {
    house.clock().set(Instant.parse(day + "T01:00:00Z"));
  }

  private static void together(java.util.concurrent.Callable<Integer> job) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs = new ArrayList<Future<Integer>>();
      for (int node = 0; node < 4; node++) {
        runs.add(threads.submit(job));
      }
      for (var run : runs) {
        run.get();
      }
    }
  }

  private static int known() throws SQLException {
    return Integer.parseInt(
        house.database().column("SELECT COUNT(*) FROM vault.link WHERE spent").getFirst());
  }

  private static List<String> kept() throws SQLException {
    return house.database().column(KEPT);
  }

  private static List<String> sealed() throws SQLException {
    return house.database().column("SELECT HEX(sealed) FROM vault.replied WHERE asked_in <> ''");
  }

  private static Map<String, String> sheet(String area) {
    return house.get(Reached.class).of(area, YEAR).stream()
        .collect(Collectors.toMap(line -> line.get("who"), line -> line.get("answered")));
  }
}
