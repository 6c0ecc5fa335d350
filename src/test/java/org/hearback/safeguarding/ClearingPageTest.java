package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hearback.Desk;
import org.hearback.Phone;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.audit.AuditCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The duty desk over HTTP: what is shown, what is kept of what a reader typed, what is decided. */
class ClearingPageTest {
  private static final String WORDS =
      "Ring me on 07700 900321. The worker from Larkhollow was kind.";

  private TestHouse house;
  private Desk desk;
  private String sheet;

  @BeforeEach
  void one_answer_waits() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    said(WORDS);
    desk = Desk.of(house, Role.READER, Set.of("en"));
    sheet = "/office/clearing/" + desk.waiting().getFirst();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void words_are_shown_redacted_and_as_written_only_after_a_click_that_is_audited()
      throws Exception {
    var page = desk.get(sheet).body();
    assertThat(page).contains("[phone]").doesNotContain("07700").contains("Larkhollow");
    assertThat(acts()).isEmpty();
    var raw = desk.post(sheet, sheet + "/raw", typed(Map.of("risk", "amber")));
    assertThat(raw.body()).contains("07700 900321").contains("value=\"amber\" checked");
    assertThat(raw.body()).as("what was typed before the click").contains(">Larkhollow</textarea>");
    assertThat(acts()).containsExactly("raw-words-shown");
    assertThat(house.get(AuditCheck.class).verify()).isInstanceOf(AuditCheck.Whole.class);
  }

  @Test
  void without_a_word_on_risk_nothing_is_cleared_and_nothing_typed_is_lost() throws Exception {
    var page = desk.post(sheet, sheet, typed(Map.of("undo-change", "0")));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("<a href=\"#risk-none\">Say whether anyone is at risk</a>")
        .contains(">Larkhollow</textarea>")
        .containsPattern("name=\"undo-change\" value=\"0\" checked");
    assertThat(desk.waiting()).hasSize(1);
  }

  @Test
  void words_that_do_not_stand_in_the_text_are_named_at_their_field_and_the_rest_is_kept()
      throws Exception {
    var page =
        desk.post(sheet, sheet, Map.of("risk", "C", "take-change", "Larkhollow\nHollowlark"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("<a href=\"#take-change\">")
        .contains("nothing was cleared: Hollowlark")
        .contains("Larkhollow\nHollowlark</textarea>")
        .contains("value=\"C\" checked");
    assertThat(desk.waiting()).hasSize(1);
  }

  @Test
  void what_may_point_to_somebody_is_marked_and_goes_with_a_tick() throws Exception {
    assertThat(desk.get(sheet).body())
        .contains("data-value=\"Larkhollow\">Larkhollow</mark>")
        .contains("id=\"also-change-0\"");
    var refused = desk.post(sheet, sheet, Map.of("also-change", "Larkhollow"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).containsPattern("name=\"also-change\" value=\"Larkhollow\" checked");
    desk.post(sheet, sheet, Map.of("risk", "amber", "also-change", "Larkhollow"));
    assertThat(desk.get(sheet).body()).contains("[detail]").doesNotContain("Larkhollow");
  }

  @Test
  void a_concern_stays_in_sight_until_somebody_says_what_was_done() throws Exception {
    desk.post(sheet, sheet, typed(Map.of("risk", "red")));
    assertThat(desk.get(sheet).body())
        .contains("Close the concern")
        .containsSubsequence("Whom to tell", "999", "The duty team: 01632 960 100");
    var refused = desk.post(sheet, sheet + "/close", Map.of("note", " "));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("<a href=\"#note\">");
    var tooLong = "Rang. ".repeat(300);
    assertThat(desk.post(sheet, sheet + "/close", Map.of("note", tooLong)).body())
        .contains(tooLong.strip() + "</textarea>");
    assertThat(desk.waiting()).hasSize(1);
    assertThat(
            desk.post(sheet, sheet + "/close", Map.of("note", "Rang the duty team.")).statusCode())
        .isEqualTo(303);
    assertThat(desk.waiting()).isEmpty();
  }

  @Test
  void two_who_go_on_at_once_get_different_answers() throws Exception {
    said("It took too long.");
    var other = Desk.of(house, Role.READER, Set.of("en"));
    var first = gone(desk);
    var second = gone(other);
    assertThat(second).isNotEqualTo(first).isNotEqualTo("/office/clearing");
    assertThat(gone(desk)).as("it lies open before the same reader").isEqualTo(first);
    assertThat(gone(Desk.of(house, Role.READER, Set.of("en"))))
        .as("none is left for a third")
        .isEqualTo("/office/clearing");
    assertThat(other.get("/office/clearing").body()).contains("A READER is reading it");
    assertThat(other.get(first).body())
        .contains("A READER is reading this answer", "Clear this answer");
    assertThat(gone(other)).as("a look takes it from nobody").isEqualTo(second);
    assertThat(gone(desk)).isEqualTo(first);
    house.clock().pass(Desks.OPEN);
    assertThat(gone(other)).as("nobody came back for ten minutes").isEqualTo(first);
    assertThat(other.post(first, first, Map.of("risk", "none")).statusCode()).isEqualTo(303);
    assertThat(house.database().column("SELECT envelope FROM bridge.desk")).isEmpty();
  }

  @Test
  void what_lay_before_a_reader_who_went_home_is_forgotten_at_night() throws Exception {
    gone(desk);
    var forgetting = house.get(DeskForgetting.class);
    assertThat(forgetting.run(house.clock().instant())).as("it still lies there").isZero();
    house.clock().pass(Desks.OPEN);
    assertThat(forgetting.run(house.clock().instant())).isEqualTo(1);
    assertThat(house.database().column("SELECT envelope FROM bridge.desk")).isEmpty();
  }

  /** Desk rows and decisions, side by side on one database. */
  @Test
  void where_many_go_on_leave_and_clear_at_once_each_answer_is_cleared_once() throws Exception {
    var phone = new Phone(house.address());
    for (var token : house.invited(8)) {
      phone.send(phone.open(token), Map.of("listened", "agree", "change", "It took too long."));
    }
    house.get(OpenJob.class).run();
    assertThat(desk.waiting()).hasSize(9);
    var ends = new ConcurrentLinkedQueue<Integer>();
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<?>>();
      for (int reader = 0; reader < 3; reader++) {
        var own = Desk.of(house, Role.READER, Set.of("en"));
        all.add(
            readers.submit(() -> {
              readToTheEnd(own, ends);
              return true;
            }));
      }
      for (var one : all) {
        one.get(1, TimeUnit.MINUTES);
      }
    }
    assertThat(ends).as("decided, or decided by another first").isSubsetOf(303, 409);
    assertThat(ends.stream().filter(end -> end == 303)).hasSize(9);
    assertThat(house.database().column("SELECT envelope FROM bridge.desk WHERE state = 'open'"))
        .isEmpty();
  }

  /** Leaves the first one that comes for now, and clears the others, until none waits. */
  private static void readToTheEnd(Desk own, Collection<Integer> ends) throws Exception {
    boolean left = false;
    while (!own.waiting().isEmpty()) {
      var sheet = gone(own);
      if (sheet.equals("/office/clearing")) {
        Thread.sleep(50); // the last ones lie before others
      } else if (left) {
        // What another cleared meanwhile has no form any more.
        var page = own.get(sheet);
        if (page.statusCode() == 200) {
          ends.add(own.post(sheet, sheet, Map.of("risk", "none")).statusCode());
        }
      } else {
        assertThat(own.post(sheet, sheet + "/leave", Map.of()).statusCode()).isEqualTo(303);
        left = true;
      }
    }
  }

  @Test
  void what_is_left_for_now_goes_to_others_first_and_comes_back() throws Exception {
    assertThat(gone(desk)).isEqualTo(sheet);
    var left = desk.post(sheet, sheet + "/leave", Map.of());
    assertThat(left.statusCode()).isEqualTo(303);
    assertThat(gone(desk)).isEqualTo("/office/clearing");
    assertThat(desk.get("/office/clearing").body())
        .contains("You left it for now")
        .doesNotContain("Read the next answer");
    var other = Desk.of(house, Role.READER, Set.of("en"));
    assertThat(gone(other)).isEqualTo(sheet);
    desk.post(sheet, sheet + "/leave", Map.of());
    assertThat(gone(other)).as("nobody leaves it for somebody else").isEqualTo(sheet);
    other.post(sheet, sheet + "/leave", Map.of());
    assertThat(gone(desk)).as("both left it, the other after this reader").isEqualTo(sheet);
    desk.post(sheet, sheet + "/leave", Map.of());
    house.clock().pass(Desks.LEFT_FLAGGED);
    assertThat(gone(desk)).isEqualTo("/office/clearing");
    house.clock().pass(Desks.LEFT.minus(Desks.LEFT_FLAGGED));
    assertThat(gone(desk)).isEqualTo(sheet);
  }

  @Test
  void what_is_flagged_comes_back_sooner() throws Exception {
    said("He hits me with a belt every night.");
    var flagged = gone(desk);
    assertThat(desk.get(flagged).body())
        .contains(">Red</strong>", "comes back to you after ten minutes");
    desk.post(flagged, flagged + "/leave", Map.of());
    assertThat(gone(desk)).isEqualTo(sheet);
    house.clock().pass(Desks.LEFT_FLAGGED);
    assertThat(gone(desk)).isEqualTo(flagged);
  }

  @Test
  void what_was_chosen_stays_while_a_worry_is_taken_on() throws Exception {
    var page = desk.post(sheet, sheet + "/take", typed(Map.of("risk", "L"))).body();
    assertThat(page).contains("value=\"L\" checked").contains(">Larkhollow</textarea>");
    assertThat(desk.post(sheet, sheet + "/take", Map.of()).statusCode()).isEqualTo(303);
  }

  @Test
  void a_worry_is_closed_once_it_is_read_and_not_before() throws Exception {
    said("He hits me with a belt every night.");
    var flagged = gone(desk);
    var note = Map.of("note", "Rang the duty team.");
    assertThat(desk.post(flagged, flagged + "/close", note).statusCode()).isEqualTo(409);
    assertThat(house.database().column("SELECT state FROM bridge.concern")).containsExactly("open");
    desk.post(flagged, flagged, Map.of("risk", "red"));
    assertThat(desk.post(flagged, flagged + "/close", note).statusCode()).isEqualTo(303);
    assertThat(house.database().column("SELECT state FROM bridge.concern"))
        .containsExactly("closed");
  }

  @Test
  void whoever_reads_one_language_gets_it_from_behind_a_hundred_of_another() throws Exception {
    var phone = new Phone(house.address());
    for (var token : house.invited(WaitingList.MOST - 1)) {
      phone.send(phone.open(token), Map.of("listened", "agree", "change", "It took too long."));
    }
    house.get(OpenJob.class).run();
    assertThat(desk.get("/office/clearing").body())
        .as("all hundred stand there")
        .doesNotContain("More wait");
    house.clock().pass(Duration.ofDays(1));
    var polish =
        house
            .invited(1, "assessment-parent", "PARENT", "", "M3", "pl", house.clock().instant())
            .getFirst();
    phone.send(phone.open(polish), Map.of("listened", "agree", "change", "Za długo czekamy."));
    house.get(OpenJob.class).run();
    var reader = Desk.of(house, Role.READER, Set.of("pl"));
    assertThat(reader.get("/office/clearing").body())
        .contains("More wait than stand here", "Read the next answer");
    assertThat(reader.get(gone(reader)).body()).contains("Za długo czekamy.");
  }

  @Test
  void a_reader_of_another_language_cannot_clear_it() throws Exception {
    var other = Desk.of(house, Role.READER, Set.of("ar"));
    assertThat(other.get(sheet).body()).contains("You are not on the list of readers of English");
    assertThat(other.post(sheet, sheet, Map.of("risk", "none")).statusCode()).isEqualTo(409);
    var raw = other.post(sheet, sheet + "/raw", Map.of());
    assertThat(raw.statusCode()).isEqualTo(409);
    assertThat(raw.body()).doesNotContain("07700");
    assertThat(acts()).as("nothing was shown").isEmpty();
    other.post(sheet, sheet + "/leave", Map.of());
    assertThat(house.database().column("SELECT envelope FROM bridge.desk"))
        .as("neither open before nor left by who cannot read it")
        .isEmpty();
    assertThat(desk.waiting()).hasSize(1);
  }

  /** Where going on leads to. */
  private static String gone(Desk desk) throws Exception {
    return desk.get("/office/clearing/next").headers().firstValue("location").orElseThrow();
  }

  private void said(String words) throws Exception {
    var phone = new Phone(house.address());
    var token = house.invited(1).getFirst();
    phone.send(phone.open(token), Map.of("listened", "agree", "change", words));
    house.get(OpenJob.class).run();
  }

  private static Map<String, String> typed(Map<String, String> more) {
    var fields = new HashMap<>(Map.of("take-change", "Larkhollow"));
    fields.putAll(more);
    return fields;
  }

  private java.util.List<String> acts() throws Exception {
    return house
        .database()
        .column("SELECT act FROM office.audit WHERE act LIKE 'raw%' ORDER BY no");
  }
}
