package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hearback.OnTestDatabase;
import org.hearback.Pdf;
import org.hearback.SetClock;
import org.hearback.TestDatabase;
import org.hearback.access.Browser;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.Label;
import org.hearback.reporting.ReleaseJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people say in their own words, from the index to a figure that may leave the house. */
@MicronautTest(transactional = false)
class ThemesPublishedTest implements OnTestDatabase {
  private static final String PASSWORD = "a password for tests";
  private static final String LISTENED = "They listened to me.";
  private static final String CHANGES =
      "Too many social workers, I have given up learning their names.";
  private static final String NOTHING = "Green.";

  private final TestDatabase database = TestDatabase.shared();
  @Inject EmbeddedServer server;
  @Inject Hired users;
  @Inject IndexJob index;
  @Inject ReleaseJob releases;
  @Inject SetClock clock;
  private Feedback feedback;
  private Browser analyst;

  @BeforeEach
  void open() throws Exception {
    clock.set(SetClock.START);
    feedback = new Feedback(database);
    var name = "analyst-" + UUID.randomUUID();
    users.add(
        new Staff(
            UUID.randomUUID(), name, "A person", Set.of(Role.ANALYST), Set.of(), Set.of("en")),
        PASSWORD);
    analyst = new Browser(server.getURI());
    analyst.signIn(name, PASSWORD);
  }

  @Test
  void a_theme_is_told_where_ten_say_it_and_of_others_nothing_at_all() throws Exception {
    say(14, LISTENED, "2026-08");
    say(9, CHANGES, "2026-08");
    say(7, NOTHING, "2026-09");
    release();
    assertThat(published("2026-Q3")).containsExactly("30 listened-to 14");
    assertThat(
            database.column(
                "SELECT CONCAT(theme, ' ', saying) FROM feedback.closed_theme WHERE theme IN"
                    + " ('listened-to', 'worker-changes') ORDER BY theme"))
        .as("what was counted, to stay")
        .contains("listened-to 14");
    var sheet = analyst.get("/office/evidence/family-help-north").body();
    assertThat(sheet)
        .contains("What people talk about", "Listened to", ">14<", ">47 %<", ": 30 answers")
        .contains("Answers here this quarter: <strong>30</strong>")
        .contains("No earlier figure can be shown", "theme book", "as shipped")
        .containsPattern("What comments were sorted by:</p>\\s*<ul[^>]*><li>")
        .doesNotContain(">9<", "of worker");
    var pdf = analyst.bytes("/office/evidence/family-help-north/sheet.pdf");
    assertThat(Pdf.faults(pdf)).isEmpty();
    Pdf.look(pdf, "evidence-themes");
    assertThat(Pdf.text(pdf)).contains("What people talk about", "14 47 %");
    assertThat(analyst.get("/office/areas/family-help-north").body())
        .contains("What people talk about", ">47 %<");
    assertThat(analyst.get("/office/evidence/family-help-south").body())
        .as("the nearest that may be seen")
        .contains("Answers here this quarter: <strong>0</strong>")
        .contains("because none can be shown of this area and quarter");
  }

  @Test
  void a_theme_that_is_said_more_often_than_the_quarter_before_is_said_to_be() throws Exception {
    say(12, LISTENED, "2026-08");
    say(48, NOTHING, "2026-08");
    release();
    say(40, LISTENED, "2026-11");
    say(20, NOTHING, "2026-11");
    clock.set(Instant.parse("2027-02-05T10:00:00Z"));
    release();
    assertThat(published("2026-Q4")).containsExactly("60 listened-to 40");
    assertThat(published("2026-Q3")).containsExactly("60 listened-to 12", "60 listened-to 12");
    assertThat(published("2026-Q4/12")).containsExactly("120 listened-to 52");
    assertThat(analyst.get("/office/evidence/family-help-north").body())
        .contains("Said more often than in July to September 2026 (12 of 60)");
  }

  @Test
  void what_was_sorted_by_another_book_is_not_compared() throws Exception {
    say(12, LISTENED, "2026-08");
    say(48, NOTHING, "2026-08");
    release();
    database.execute(
        "INSERT INTO office.theme (theme, version, body, changed_by, why, in_use, changed_at)"
            + " VALUES ('listened-to', 1, '"
            + json("listened")
            + "', 'a', 'b', TRUE, '2026-11-23')");
    say(40, LISTENED, "2026-11");
    say(20, NOTHING, "2026-11");
    clock.set(Instant.parse("2027-02-05T10:00:00Z"));
    release();
    assertThat(published("2026-Q4")).containsExactly("60 listened-to 40");
    assertThat(analyst.get("/office/evidence/family-help-north").body())
        .contains("Not counted in the same way before", "Listened to (version 1)");
  }

  @Test
  void a_report_calls_a_theme_what_it_was_called_when_it_was_counted() throws Exception {
    say(14, LISTENED, "2026-08");
    say(6, NOTHING, "2026-08");
    release();
    database.execute(
        "INSERT INTO office.theme (theme, version, body, changed_by, why, in_use, changed_at)"
            + " VALUES ('listened-to', 1, '"
            + json("listened").replace("Listened to", "Heard").replace("either", "mostly-minus")
            + "', 'a', 'b', TRUE, '2026-11-23')");
    index.run();
    var themes = analyst.get("/office/themes").body();
    assertThat(themes).as("what it is called now").contains(">Heard<");
    assertThat(analyst.get("/office/evidence/family-help-north").body())
        .contains("Listened to", ">70 %<", ", as shipped")
        .doesNotContain("Heard", "mostly said of what went wrong");
  }

  @Test
  void an_open_link_and_what_has_lost_its_time_are_in_no_figure() throws Exception {
    say(12, LISTENED, "2026-08");
    for (int person = 0; person < 20; person++) {
      for (var mark : Label.OUTSIDE_FIGURES) {
        item(feedback.say(CHANGES, Feedback.At.usual().period("2026-08").milestone(mark)));
      }
    }
    item(feedback.say(NOTHING, Feedback.At.usual().period("2026-08")));
    release();
    assertThat(published("2026-Q3")).as("12 of 13").containsExactly("13 listened-to 12");
  }

  @Test
  void a_quarter_is_not_closed_before_the_index_holds_all_of_it() throws Exception {
    say(14, LISTENED, "2026-08");
    say(6, NOTHING, "2026-08");
    assertThat(releases.run()).as("the index is behind").isZero();
    assertThat(database.column("SELECT COUNT(*) FROM feedback.closed_quarter"))
        .containsExactly("0");
    release();
    assertThat(published("2026-Q3")).containsExactly("20 listened-to 14");
  }

  private static String json(String query) {
    return "{\"key\":\"listened-to\",\"name\":\"Listened to\",\"means\":\"m\",\"counts\":[],"
        + "\"not\":[],\"unclear\":[],\"polarity\":\"either\",\"areas\":[],\"queries\":{\"en\":[\""
        + query
        + "\"]},\"examples\":{}}";
  }

  private void say(int people, String words, String period) throws Exception {
    for (int person = 0; person < people; person++) {
      item(feedback.say(words, Feedback.At.usual().period(period)));
    }
  }

  private void item(UUID response) throws Exception {
    database.execute("INSERT INTO feedback.item VALUES ('%s', 'PLAN', 'good')".formatted(response));
  }

  private void release() {
    index.run();
    assertThat(releases.run()).isPositive();
  }

  /** What each release tells of one place. */
  private java.util.List<String> published(String span) throws Exception {
    return database.column(
        """
        SELECT CONCAT(a.given, ' ', t.theme, ' ', t.saying)
          FROM feedback.published_answers a
          JOIN feedback.published_theme t
            ON t.published_release = a.published_release AND t.area = a.area
           AND t.audience_group = a.audience_group AND t.span = a.span
          JOIN feedback.published_release r ON r.id = a.published_release
         WHERE a.area = 'family-help-north' AND a.span = '%s'
         ORDER BY r.made_on, t.theme
        """
            .formatted(span));
  }
}
