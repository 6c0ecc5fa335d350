package org.hearback.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.exceptions.HttpStatusException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hearback.Desk;
import org.hearback.SetClock;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.access.Staff;
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
    answers("family-help-north", "2026-11", 12, 9);
    answers("care-teams", "2026-11", 4, 1);
    answers("fostering", "2026-11", 8, 4);
    job.run();
    assertThat(cell("family-help-north", "2026-Q4")).containsExactly(":12:9");
    assertThat(cell("care-teams", "2026-Q4")).containsExactly("c:0:0");
    assertThat(cell("leaving-care", "2026-Q4")).containsExactly(":0:0");
    assertThat(cell("children-in-care", "2026-Q4")).containsExactly(":12:5");
  }

  @Test
  void a_month_has_one_release_however_often_the_job_runs() throws SQLException {
    answers("family-help-north", "2026-11", 12, 9);
    job.run();
    answers("family-help-north", "2026-11", 10, 9);
    job.run();
    house.clock().pass(Duration.ofDays(7));
    job.run();
    assertThat(house.database().column(COUNT)).containsExactly("1");
    assertThat(cell("family-help-north", "2026-Q4")).containsExactly(":12:9");
  }

  @Test
  void the_next_months_release_keeps_a_figure_until_five_more_have_answered() throws SQLException {
    answers("family-help-north", "2026-11", 12, 9);
    job.run();
    answers("family-help-north", "2026-11", 4, 0);
    house.clock().pass(Duration.ofDays(14));
    job.run();
    assertThat(cell("family-help-north", "2026-Q4")).containsExactly(":12:9", ":12:9");
    // A figure is compared with the one last seen, so small steps add up to one that may be shown.
    answers("family-help-north", "2026-11", 1, 1);
    house.clock().pass(Duration.ofDays(35));
    job.run();
    assertThat(cell("family-help-north", "2026-Q4")).containsExactly(":12:9", ":12:9", ":17:10");
  }

  @Test
  void on_the_first_of_january_the_quarter_that_is_over_is_shown() throws Exception {
    answers("family-help-north", "2026-12", 12, 9);
    house.clock().set(java.time.Instant.parse("2027-01-01T10:00:00Z"));
    job.run();
    assertThat(
            Desk.of(house, Role.ANALYST, Set.of("en"))
                .get("/office/areas/family-help-north")
                .body())
        .contains("October to December 2026", "1 January 2027", "75 %");
  }

  @Test
  void the_page_shows_the_figure_of_the_area_and_says_where_it_is_another() throws Exception {
    answers("family-help-north", "2026-11", 12, 9);
    answers("family-help-south", "2026-11", 9, 5);
    answers("family-help-harbour", "2026-11", 8, 5);
    job.run();
    var analyst = Desk.of(house, Role.ANALYST, Set.of("en"));
    var north = analyst.get("/office/areas/family-help-north");
    assertThat(north.statusCode()).isEqualTo(200);
    assertThat(north.body())
        .contains("Family Help, north", "October to December 2026", "23 November 2026", "75 %");
    var south = analyst.get("/office/areas/family-help-south").body();
    assertThat(south)
        .contains("title=\"hidden\">c</abbr>", "Family Help, October to December 2026", "66 %")
        .contains("there are too few answers here to show");
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
