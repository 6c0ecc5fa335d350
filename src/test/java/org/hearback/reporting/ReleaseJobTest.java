package org.hearback.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.exceptions.HttpStatusException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hearback.Desk;
import org.hearback.SetClock;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.theme.IndexJob;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real MariaDB, as the user who may read the feedback store and only add releases. */
class ReleaseJobTest {
  private static final String COUNT = "SELECT COUNT(*) FROM feedback.published_release";
  private static TestHouse house;
  private ReleaseJob job;

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
    house.clock().set(SetClock.START);
    house.get(IndexJob.class).run();
    job = house.get(ReleaseJob.class);
  }

  @Test
  void without_answers_there_is_no_release() throws SQLException {
    job.run();
    assertThat(house.database().column(COUNT)).containsExactly("0");
  }

  @Test
  void a_release_holds_a_figure_from_ten_answers_and_a_c_below_with_no_figures_stored()
      throws SQLException {
    answers("family-help-north", "2026-08", 12, 9);
    answers("care-teams", "2026-08", 4, 1);
    answers("fostering", "2026-08", 8, 4);
    job.run();
    assertThat(cell("family-help-north", "2026-Q3")).containsExactly(":12:9");
    assertThat(cell("care-teams", "2026-Q3")).containsExactly("c:0:0");
    assertThat(cell("leaving-care", "2026-Q3")).containsExactly(":0:0");
    assertThat(cell("children-in-care", "2026-Q3")).containsExactly(":12:5");
  }

  /** A council has taken teams out of its list, and people were asked about them. */
  @Test
  void what_was_said_of_areas_that_are_gone_is_the_councils_together() throws SQLException {
    for (var gone : List.of("gone-north", "gone-south")) {
      answers(gone, "2026-08", 6, 4);
      for (int person = 0; person < 6; person++) {
        house
            .database()
            .execute(
                """
                INSERT INTO vault.invitation (id, asked_key, person_id, route_id, event, milestone,
                  audience, area, month, form, form_version, language, due_on, state, reason, channel)
                VALUES (UUID(), RANDOM_BYTES(32), UUID(), UUID(), UUID(), 'M3', 'PARENT', '%s',
                  '2026-08', 'assessment-parent', 1, 'en', '2026-08-10', 'sent', '', 'text')
                """
                    .formatted(gone));
      }
    }
    answers("westhaven", "2026-08", 6, 4);
    job.run();
    assertThat(cell("westhaven", "2026-Q3")).containsExactly(":18:12");
    assertThat(house.database().column("SELECT CONCAT(areas, ' ', asked) FROM feedback.reach"))
        .containsExactly("westhaven 12");
  }

  @Test
  void a_quarter_has_one_release_however_often_the_job_runs() throws SQLException {
    answers("family-help-north", "2026-08", 12, 9);
    job.run();
    answers("family-help-north", "2026-08", 10, 9);
    job.run();
    house.clock().pass(Duration.ofDays(35));
    job.run();
    assertThat(house.database().column(COUNT)).containsExactly("1");
    assertThat(cell("family-help-north", "2026-Q3")).containsExactly(":12:9");
  }

  @Test
  void the_next_release_says_of_a_closed_quarter_what_the_one_before_said() throws SQLException {
    answers("family-help-north", "2026-08", 12, 9);
    job.run();
    answers("family-help-north", "2026-08", 4, 0);
    answers("family-help-north", "2026-11", 20, 10);
    house.clock().set(Instant.parse("2027-02-05T10:00:00Z"));
    job.run();
    assertThat(cell("family-help-north", "2026-Q3")).containsExactly(":12:9", ":12:9");
    assertThat(cell("family-help-north", "2026-Q4")).containsExactly(":20:10");
    assertThat(cell("family-help-north", "2026-Q4/12")).containsExactly(":32:19");
    assertThat(house.get(ReleaseJob.class).refused()).isFalse();
  }

  @Test
  void two_nodes_close_a_quarter_once() throws Exception {
    answers("family-help-north", "2026-08", 12, 9);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs = new ArrayList<Future<Integer>>();
      for (int node = 0; node < 4; node++) {
        runs.add(threads.submit(job::run));
      }
      int made = 0;
      for (var run : runs) {
        made += run.get() > 0 ? 1 : 0;
      }
      assertThat(made).isEqualTo(1);
    }
    assertThat(house.database().column("SELECT base FROM feedback.closed_tally"))
        .containsExactly("12");
  }

  @Test
  void a_quarter_is_shown_five_weeks_after_its_end() throws Exception {
    answers("family-help-north", "2026-12", 12, 9);
    var analyst = Desk.of(house, Role.ANALYST, Set.of("en"));
    house.clock().set(Instant.parse("2027-02-04T10:00:00Z"));
    job.run();
    assertThat(analyst.get("/office/areas/family-help-north").body())
        .contains("July to September 2026");
    house.clock().set(Instant.parse("2027-02-05T10:00:00Z"));
    job.run();
    assertThat(analyst.get("/office/areas/family-help-north").body())
        .contains("October to December 2026", "5 February 2027", "75 %");
  }

  @Test
  void the_page_shows_the_figure_of_the_area_and_says_where_it_is_another() throws Exception {
    answers("family-help-north", "2026-08", 12, 9);
    answers("family-help-south", "2026-08", 9, 5);
    answers("family-help-harbour", "2026-08", 8, 5);
    job.run();
    var analyst = Desk.of(house, Role.ANALYST, Set.of("en"));
    var north = analyst.get("/office/areas/family-help-north");
    assertThat(north.statusCode()).isEqualTo(200);
    assertThat(north.body())
        .contains("Family Help, north", "July to September 2026", "23 November 2026", "75 %");
    var south = analyst.get("/office/areas/family-help-south").body();
    assertThat(south)
        .contains("title=\"hidden\">c</abbr>", "Family Help, July to September 2026", "66 %")
        .contains("there are too few answers here to show")
        .contains("z</strong> means not applicable", "c</strong> means hidden")
        .contains(
            "0</strong> means that nobody has answered", "k</strong> means more than nothing");
    var cells = south.replaceAll("\\s+", " ");
    assertThat(cells)
        .as("no form asks a parent about this, and nobody was asked about that")
        .containsPattern(
            "There is somebody I can turn to</th> <td [^>]*><abbr title=\"not applicable\">z<")
        .containsPattern("I know what happens next</th> <td [^>]*><span>0</span>");
    var quiet = analyst.get("/office/areas/fostering").body();
    assertThat(quiet)
        .contains(
            "Westhaven Council, July to September 2026",
            "because",
            "nobody has answered here this quarter");
    assertThat(analyst.get("/office/areas").body())
        .contains("/office/areas/westhaven", "/office/areas/fostering");
    assertThat(analyst.get("/office/areas/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void a_manager_sees_their_areas_and_what_lies_below_and_no_other() {
    var page = house.get(AreaPage.class);
    var manager =
        new Staff(
            UUID.randomUUID(), "m", "M", Set.of(Role.MANAGER), Set.of("family-help"), Set.of());
    assertThat(page.area("family-help-north", manager).getView()).contains("reporting/area");
    assertThatThrownBy(() -> page.area("fostering", manager))
        .isInstanceOf(HttpStatusException.class);
    assertThatThrownBy(() -> page.area("westhaven", manager))
        .isInstanceOf(HttpStatusException.class);
    assertThat(page.list(manager).getModel().orElseThrow().get("areas").toString())
        .contains("family-help-south")
        .doesNotContain("fostering", "westhaven");
  }

  @Test
  void a_reader_of_answers_sees_no_figures() throws Exception {
    var reader = Desk.of(house, Role.READER, Set.of("en"));
    var answer = reader.get("/office/areas/family-help-north");
    assertThat(answer.headers().firstValue("location")).hasValue("/office/forbidden");
  }

  @Test
  void before_the_first_release_the_page_says_so() throws Exception {
    var manager = Desk.of(house, Role.MANAGER, Set.of("en"));
    var page = manager.get("/office/areas/fostering");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Nothing has been published yet");
  }

  private static List<String> cell(String area, String span) throws SQLException {
    return house
        .database()
        .column(
            """
            SELECT CONCAT(c.symbol, ':', c.base, ':', c.good)
              FROM feedback.published_cell c
              JOIN feedback.published_release r ON r.id = c.published_release
             WHERE c.area = '%s' AND c.span = '%s' AND c.item = 'LISTENED'
               AND c.audience_group = 'FAMILY'
             ORDER BY r.made_on
            """
                .formatted(area, span));
  }

  private static void answers(String area, String period, int base, int good) throws SQLException {
    for (int number = 0; number < base; number++) {
      var id = UUID.randomUUID();
      house
          .database()
          .execute(
              """
              INSERT INTO feedback.response
                (id, form, form_version, area, audience, age_band, milestone, period, language)
              VALUES ('%s', 'assessment-parent', 1, '%s', 'PARENT', '', 'assessment', '%s', 'en')
              """
                  .formatted(id, area, period));
      house
          .database()
          .execute(
              "INSERT INTO feedback.item (response, item, standing) VALUES ('%s', 'LISTENED', '%s')"
                  .formatted(id, number < good ? "good" : "poor"));
    }
  }
}
