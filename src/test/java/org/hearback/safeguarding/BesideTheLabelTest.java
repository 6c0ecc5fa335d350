package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearback.Desk;
import org.hearback.Phone;
import org.hearback.SetClock;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.response.DelinkJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a label has lost stands nowhere beside it either. */
class BesideTheLabelTest {
  private static final Duration WINDOW = Duration.ofDays(14);

  private TestHouse house;
  private Phone phone;

  @BeforeEach
  void open() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    house.onDuty();
    phone = new Phone(house.address());
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** Parents are asked about respect in one form and about a safe home in the other. */
  @Test
  void without_a_milestone_no_core_item_tells_which_form_it_was() throws Exception {
    sent(
        5,
        List.of("assessment-parent", "PARENT", "", "M3", "en"),
        Map.of("listened", "agree", "facts", "agree", "next", "agree"));
    sent(
        5,
        List.of("plan-parent", "PARENT", "", "M9", "en"),
        Map.of("listened", "yes", "easy", "yes", "home", "yes"));
    delinked();
    assertThat(
            column(
                "SELECT CONCAT(milestone, form, COUNT(*)) FROM feedback.response GROUP BY"
                    + " milestone, form"))
        .containsExactly("10");
    assertThat(column("SELECT CONCAT(item, ' ', COUNT(*)) FROM feedback.item GROUP BY item"))
        .containsExactlyInAnyOrder("LISTENED 10", "PLAN 10");
  }

  @Test
  void with_a_milestone_every_item_is_kept() throws Exception {
    sent(
        10,
        List.of("plan-parent", "PARENT", "", "M9", "en"),
        Map.of("listened", "yes", "home", "yes"));
    delinked();
    assertThat(column("SELECT CONCAT(item, ' ', COUNT(*)) FROM feedback.item GROUP BY item"))
        .containsExactlyInAnyOrder("LISTENED 10", "SAFE 10");
  }

  /** A review asks for two texts, a conference for one. */
  @Test
  void without_a_milestone_nobody_can_count_the_texts_of_a_form() throws Exception {
    sent(
        5,
        List.of("conference-young-person", "YOUNG_PERSON", "12-17", "M6", "en"),
        Map.of("views", "agree", "ask", "Ask me first."));
    sent(
        5,
        List.of("review-young-person", "YOUNG_PERSON", "12-17", "M11", "en"),
        Map.of("say", "spoken-for", "instead", "By letter.", "in-charge", "Fewer people."));
    delinked();
    assertThat(column("SELECT COUNT(*) FROM feedback.comment GROUP BY response"))
        .hasSize(10)
        .containsOnly("1");
    assertThat(column("SELECT DISTINCT CONCAT(question, words) FROM feedback.comment"))
        .containsExactlyInAnyOrder("Ask me first.", "By letter.\nFewer people.");
  }

  @Test
  void without_a_language_nobody_can_tell_what_was_put_into_english() throws Exception {
    sent(
        9,
        List.of("assessment-parent", "PARENT", "", "M3", "en"),
        Map.of("listened", "agree", "change", "Ring back."));
    sent(
        1,
        List.of("assessment-parent", "PARENT", "", "M3", "ar"),
        Map.of("listened", "agree", "change", "اتصلوا بنا."));
    delinked();
    assertThat(
            column(
                "SELECT DISTINCT CONCAT_WS('/', language, english, words) FROM feedback.comment"))
        .containsExactlyInAnyOrder("und//Ring back.", "und//Please call us.");
  }

  /** A contact record may say more of a language than a form is written in. */
  @Test
  void a_kind_of_a_language_is_that_language() throws Exception {
    sent(
        10,
        List.of("assessment-parent", "PARENT", "", "M3", "en-GB"),
        Map.of("listened", "agree", "change", "Ring back."));
    delinked();
    assertThat(column("SELECT DISTINCT CONCAT_WS('/', language, words) FROM feedback.comment"))
        .containsExactly("en/Ring back.");
  }

  /** Who was asked in one language writes in another: nothing of the label is lost. */
  @Test
  void english_is_known_as_a_readers_where_the_label_keeps_a_language() throws Exception {
    sent(
        9,
        List.of("assessment-parent", "PARENT", "", "M3", "en"),
        Map.of("listened", "agree", "change", "Ring back."));
    sent(
        1,
        List.of("assessment-parent", "PARENT", "", "M3", "en"),
        Map.of("listened", "agree", "change", "اتصلوا بنا.", "lang", "ar"));
    delinked();
    assertThat(column("SELECT CONCAT_WS('/', language, english, words) FROM feedback.comment"))
        .contains("und/Please call us./")
        .filteredOn(it -> it.equals("en//Ring back."))
        .hasSize(9);
  }

  private void sent(int people, List<String> asked, Map<String, String> answers) throws Exception {
    var tokens =
        house.invited(
            people,
            asked.get(0),
            asked.get(1),
            asked.get(2),
            asked.get(3),
            asked.get(4),
            SetClock.START);
    for (var token : tokens) {
      assertThat(phone.send(phone.open(token), answers).statusCode()).isEqualTo(200);
    }
  }

  private void delinked() throws Exception {
    house.get(OpenJob.class).run();
    Desk.of(house, Role.READER, Set.of("en", "ar")).clearAll("Please call us.");
    house.clock().pass(WINDOW);
    assertThat(house.get(DelinkJob.class).run()).isEqualTo(10);
  }

  private List<String> column(String sql) throws Exception {
    return house.database().column(sql);
  }
}
