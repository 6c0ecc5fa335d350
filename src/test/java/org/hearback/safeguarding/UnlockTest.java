package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hearback.Desk;
import org.hearback.Phone;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.answer.HoldKey;
import org.hearback.answer.KeyFolder;
import org.hearback.answer.Week;
import org.hearback.audit.AuditCheck;
import org.hearback.invitation.LinkToken;
import org.hearback.response.DelinkJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sent it: two people in two roles, or one alone with an alarm; and what is kept longer. */
class UnlockTest {
  private static final Map<String, String> HARM =
      Map.of("reason", "harm", "note", "A younger brother is not fed.");

  private TestHouse house;
  private Phone phone;
  private Desk reader;
  private Desk lead;
  private LinkToken token;
  private String answer;
  private UUID envelope;

  @BeforeEach
  void one_answer_is_red() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    phone = new Phone(house.address());
    token = house.invited(1).getFirst();
    phone.send(
        phone.open(token), Map.of("since", "worse", "change", "My stepdad hits my brother."));
    house.get(OpenJob.class).run();
    reader = Desk.of(house, Role.READER, Set.of("en"));
    lead = Desk.of(house, Role.LEAD, Set.of("en"));
    envelope = UUID.fromString(reader.waiting().getFirst());
    answer = "/office/unlock/answer/" + envelope;
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void two_people_in_two_roles_see_no_more_than_the_reason_needs_and_for_four_hours()
      throws Exception {
    var unlock = reader.post(answer, answer + "/ask", HARM).headers().firstValue("location");
    var page = unlock.orElseThrow();
    assertThat(reader.get(page).body()).contains("Waits for a lead").doesNotContain("Yes, unlock");
    assertThat(reader.post(page, page + "/grant", Map.of()).statusCode())
        .as("the one who asks decides nothing")
        .isEqualTo(409);
    var second = Desk.of(house, Role.READER, Set.of("en"));
    assertThat(second.post(page, page + "/grant", Map.of()).statusCode())
        .as("nor does another reader")
        .isEqualTo(409);
    assertThat(reader.post(page, page + "/who", Map.of()).statusCode()).isEqualTo(409);

    assertThat(lead.get(page).body()).contains("A younger brother is not fed.", "Yes, unlock it");
    assertThat(lead.post(page, page + "/grant", Map.of()).statusCode()).isEqualTo(303);
    for (var one : List.of(reader, lead)) {
      var sender = one.post(page, page + "/who", Map.of());
      assertThat(sender.statusCode()).isEqualTo(200);
      assertThat(sender.body()).contains(person(), "Not on the record").doesNotContain("Phone");
      assertThat(sender.headers().firstValue("cache-control").orElse("")).contains("no-store");
    }
    assertThat(second.post(page, page + "/who", Map.of()).statusCode())
        .as("nobody but these two")
        .isEqualTo(409);
    house.clock().pass(Duration.ofHours(4));
    assertThat(lead.post(page, page + "/who", Map.of()).statusCode()).isEqualTo(409);
    house.clock().pass(Duration.ofHours(-1));
    assertThat(lead.post(page, page + "/who", Map.of()).statusCode())
        .as("a clock that is set back opens nothing")
        .isEqualTo(409);
    assertThat(acts())
        .containsExactly("unlock-asked", "unlock-granted", "unlock-viewed", "unlock-viewed");
    assertThat(house.get(AuditCheck.class).verify()).isInstanceOf(AuditCheck.Whole.class);
  }

  @Test
  void account_is_given_and_nothing_of_it_is_lost_on_the_way() throws Exception {
    var page = opened();
    assertThat(reader.get(page).body()).doesNotContain("Give account");
    assertThat(lead.post(page, page + "/account", Map.of("note", "Seen today.")).body())
        .contains("#told-yes", ">Seen today.</textarea>");
    assertThat(lead.post(page, page + "/account", Map.of("told", "no")).body())
        .contains("href=\"#note\"")
        .containsPattern("value=\"no\" checked");
    assertThat(
            lead.post(page, page + "/account", Map.of("told", "yes", "note", "Seen today."))
                .statusCode())
        .isEqualTo(303);
    assertThat(lead.post(page, page + "/who", Map.of()).statusCode()).isEqualTo(409);
    assertThat(acts()).endsWith("unlock-accounted");
  }

  @Test
  void one_person_alone_sees_it_at_once_and_another_gives_account() throws Exception {
    assertThat(reader.post(answer, answer + "/alone", Map.of("alone-note", " ")).statusCode())
        .isEqualTo(422);
    var page =
        lead.post(answer, answer + "/alone", Map.of("alone-note", "He is there now."))
            .headers()
            .firstValue("location")
            .orElseThrow();
    assertThat(health()).contains("\"openedAlone\":true");
    assertThat(lead.post(page, page + "/who", Map.of()).body()).contains(person(), "Phone");
    assertThat(reader.post(page, page + "/who", Map.of()).statusCode()).isEqualTo(409);
    var account = Map.of("told", "yes", "note", "It was right.");
    assertThat(lead.post(page, page + "/account", account).statusCode())
        .as("not by the one who did it")
        .isEqualTo(409);
    assertThat(reader.post(page, page + "/account", account).statusCode())
        .as("a lead does")
        .isEqualTo(409);
    house.clock().pass(Duration.ofHours(1));
    assertThat(lead.post(page, page + "/who", Map.of()).statusCode()).isEqualTo(409);
    house.clock().pass(Duration.ofDays(3));
    assertThat(health()).containsPattern("\"accountOverdueMinutes\":[1-9]");
    var other = Desk.of(house, Role.LEAD, Set.of("en"));
    assertThat(other.post(page, page + "/account", account).statusCode()).isEqualTo(303);
    assertThat(health()).contains("\"openedAlone\":false", "\"accountOverdueMinutes\":0");
    assertThat(acts()).containsExactly("unlock-alone", "unlock-viewed", "unlock-accounted");
  }

  @Test
  void a_request_that_nobody_decides_lapses_and_one_that_is_refused_stays_shut() throws Exception {
    var lapsed = ask();
    house.clock().pass(Duration.ofDays(4));
    house.get(Unlocking.class).endWhatIsOver();
    assertThat(lead.post(lapsed, lapsed + "/grant", Map.of()).statusCode()).isEqualTo(409);
    var refused = ask();
    assertThat(lead.post(refused, refused + "/refuse", Map.of("note", "")).statusCode())
        .isEqualTo(422);
    assertThat(lead.post(refused, refused + "/refuse", Map.of("note", "No need.")).statusCode())
        .isEqualTo(303);
    assertThat(lead.post(refused, refused + "/grant", Map.of()).statusCode()).isEqualTo(409);
    assertThat(house.database().column("SELECT state FROM bridge.unlock_request ORDER BY state"))
        .containsExactly("lapsed", "refused");
  }

  @Test
  void an_analyst_and_a_manager_have_no_door_to_it() throws Exception {
    for (var role : List.of(Role.ANALYST, Role.MANAGER)) {
      var other = Desk.of(house, role, Set.of("en"));
      for (var path : List.of("/office/unlock", answer)) {
        assertThat(other.get(path).body()).doesNotContain("stepdad").doesNotContain("Unlocks</h1>");
      }
    }
    assertThatThrownBy(() ->
            new org.hearback.access.Staff(
                UUID.randomUUID(), "x", "X", Set.of(Role.ANALYST, Role.LEAD), Set.of(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_database_refuses_an_unlock_by_one_that_is_not_marked_as_such() {
    for (var decided : List.of("NULL, NULL", "'a', 'LEAD'", "'b', 'READER'")) {
      assertThatThrownBy(() ->
              house
                  .database()
                  .execute(
                      """
                      INSERT INTO bridge.unlock_request (id, envelope, reason, state, alone,
                        asked_by, asked_as, lapses_at, decided_by, decided_as, week, note)
                      VALUES (UUID(), UUID(), 'harm', 'open', FALSE, 'a', 'READER', NOW(), %s,
                        '2026-W48', '')
                      """
                          .formatted(decided)))
          .as(decided)
          .hasMessageContaining("two_people");
    }
  }

  @Test
  void while_somebody_looks_it_neither_leaves_nor_is_taken_back() throws Exception {
    cleared(9);
    var page = opened();
    clear();
    house.clock().pass(Duration.ofDays(20));
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isZero();
    lead.post(page, page + "/account", Map.of("told", "yes", "note", "Done."));
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isEqualTo(10);
    assertThat(count("bridge.unlock_request")).as("it goes with its envelope").isZero();
  }

  @Test
  void a_concern_that_is_open_beyond_the_window_is_held_under_a_key_of_its_own() throws Exception {
    var folder = house.get(KeyFolder.class);
    var week = Week.of(house.clock().instant());
    cleared(10);
    var page = ask();
    var before =
        house
            .database()
            .column("SELECT HEX(body) FROM bridge.envelope WHERE id = '" + envelope + "'");
    house.clock().pass(Duration.ofDays(15));
    house.get(HoldJob.class).run();
    house.get(HoldJob.class).run();
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).as("the others went").isEqualTo(10);
    assertThat(folder.privateKey(week)).as("and their key").doesNotExist();
    var key = house.database().column("SELECT week FROM bridge.envelope").getFirst();
    assertThat(folder.privateKey(new HoldKey(key))).exists();
    assertThat(house.database().column("SELECT HEX(body) FROM bridge.envelope"))
        .isNotEqualTo(before);
    assertThat(reader.get(answer).body()).contains("My stepdad", "A concern is open");
    house
        .database()
        .execute("UPDATE bridge.unlock_request SET state = 'asked', lapses_at = '2030-01-01'");
    assertThat(lead.get(page).body()).as("the note too").contains("A younger brother is not fed.");

    house.database().execute("UPDATE bridge.unlock_request SET state = 'lapsed'");
    cleared(9);
    clear();
    house.clock().pass(Duration.ofDays(15));
    house.get(HoldJob.class).run();
    assertThat(count("bridge.hold")).isZero();
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isEqualTo(20);
    assertThat(folder.privateKey(new HoldKey(key))).doesNotExist();
    assertThat(acts()).contains("hold-placed", "hold-ended");
  }

  @Test
  void a_crash_while_a_hold_seals_anew_is_finished_by_the_next_run() throws Exception {
    house.clock().pass(Duration.ofDays(15));
    house
        .database()
        .execute(
            "CREATE TRIGGER bridge.crash BEFORE UPDATE ON bridge.clearing FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000'");
    try {
      assertThatThrownBy(() -> house.get(HoldJob.class).run()).isInstanceOf(RuntimeException.class);
    } finally {
      house.database().execute("DROP TRIGGER bridge.crash");
    }
    assertThat(reader.get(answer).body()).as("still opens").contains("My stepdad");
    house.get(KeyJob.class).run();
    house.get(HoldJob.class).run();
    assertThat(
            house
                .database()
                .column("SELECT h.key_name = e.week FROM bridge.hold h, bridge.envelope e"))
        .containsExactly("1");
    assertThat(reader.get(answer).body()).contains("My stepdad");
  }

  /** The job has looked which holds are over; a lead comes first. */
  @Test
  void a_hold_that_is_placed_anew_is_not_ended_for_what_it_was() throws Exception {
    var holding = house.get(Holding.class);
    var until = house.clock().instant().plus(Duration.ofDays(30));
    assertThat(holding.place(envelope, HoldReason.CONCERN, until)).isTrue();
    var seen = house.get(HoldRows.class).findById(envelope).orElseThrow();
    assertThat(holding.place(envelope, HoldReason.COURT, until)).isTrue();
    assertThat(holding.end(seen)).isFalse();
    assertThat(house.database().column("SELECT reason FROM bridge.hold")).containsExactly("court");
    assertThat(holding.end(envelope)).isTrue();
    holding.reseal(seen);
    assertThat(house.database().column("SELECT week FROM bridge.envelope"))
        .as("its key is to go")
        .doesNotContain(seen.keyName());
  }

  @Test
  void a_lead_holds_an_answer_for_a_reason_and_it_ends_by_itself() throws Exception {
    clear();
    cleared(9);
    var bad =
        lead.post(answer, answer + "/hold", Map.of("hold-reason", "court", "hold-days", "91"));
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(bad.body()).contains("href=\"#hold-days\"", "value=\"91\"");
    var fields =
        Map.of("hold-reason", "court", "hold-days", "30", "hold-note", "An order of today.");
    assertThat(reader.post(answer, answer + "/hold", fields).headers().firstValue("location"))
        .as("a reader holds nothing")
        .hasValue("/office/forbidden");
    assertThat(lead.post(answer, answer + "/hold", fields).statusCode()).isEqualTo(303);
    assertThat(lead.get("/office/unlock").body()).contains("A court has asked for it");
    house.clock().pass(Duration.ofDays(16));
    house.get(HoldJob.class).run();
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isZero();
    house.clock().pass(Duration.ofDays(15));
    house.get(HoldJob.class).run();
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isEqualTo(10);
    try (var files = Files.list(house.get(KeyFolder.class).root().resolve("weeks/private"))) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith("0-"))).isEmpty();
    }
  }

  private String ask() throws Exception {
    return reader
        .post(answer, answer + "/ask", HARM)
        .headers()
        .firstValue("location")
        .orElseThrow();
  }

  private String opened() throws Exception {
    var page = ask();
    lead.post(page, page + "/grant", Map.of());
    return page;
  }

  private void clear() throws Exception {
    var sheet = "/office/clearing/" + envelope;
    reader.post(sheet, sheet, Map.of("risk", "none"));
    house.get(Deciding.class).closeConcern(envelope);
  }

  /** Others; with words, as the one that is looked at has: these leave together. */
  private void cleared(int people) throws Exception {
    for (var other : house.invited(people)) {
      phone.send(phone.open(other), Map.of("change", "More time."));
    }
    house.get(OpenJob.class).run();
    var calm =
        house
            .database()
            .column(
                "SELECT c.envelope FROM bridge.clearing c JOIN bridge.envelope e"
                    + " ON e.id = c.envelope WHERE c.state = 'queued' AND e.level = 'none'");
    for (var id : calm) {
      var sheet = "/office/clearing/" + id;
      reader.post(sheet, sheet, Map.of("risk", "none"));
    }
  }

  private String person() throws Exception {
    return house
        .database()
        .column(
            "SELECT i.person_id FROM vault.invitation i JOIN vault.link l ON l.invitation = i.id"
                + " WHERE l.spent")
        .getFirst();
  }

  private String health() throws Exception {
    return phone.get("/health").body();
  }

  private List<String> acts() throws Exception {
    return house
        .database()
        .column(
            "SELECT act FROM office.audit WHERE act LIKE 'unlock%' OR act LIKE 'hold%' ORDER BY"
                + " no");
  }

  private long count(String table) throws Exception {
    return Long.parseLong(house.database().column("SELECT COUNT(*) FROM " + table).getFirst());
  }
}
