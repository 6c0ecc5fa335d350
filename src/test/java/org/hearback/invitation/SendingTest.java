package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.hearback.anonymity.Attributes;
import org.hearback.journey.Audience;
import org.hearback.journey.VaultContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingTest {
  private static final String CONTACTS =
      "person_id,role,family_id,name,phone,email,language,age_band,sms_ok,legal_flags,updated_at";
  private static final String ASSESSMENTS =
      "cina_assessment_id,cina_person_id,cina_assessment_auth_date,cina_assessment_team";
  private static final String CONFERENCES =
      "icpc_icpc_id,icpc_person_id,icpc_icpc_date,icpc_icpc_meeting_id,icpc_icpc_team,icpc_icpc_transfer_in";

  private final ScriptedPostman postman = new ScriptedPostman();
  private VaultContext vault;

  /** A postman whose next answers the test decides. */
  static final class ScriptedPostman implements Postman {
    final List<String> sent = new ArrayList<>();
    Supplier<Outcome> answer = Outcome.Sent::new;

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public Outcome send(UUID delivery, String phone, String text) {
      var outcome = answer.get();
      sent.add(phone + " " + text);
      return outcome;
    }

    LinkToken token(int message) {
      var text = sent.get(message);
      return LinkToken.read(text.replaceAll(".*gov.uk/([0-9a-z]{16}) .*", "$1")).orElseThrow();
    }
  }

  @BeforeEach
  void start() throws SQLException {
    vault = new VaultContext(Map.of(), postman);
  }

  @AfterEach
  void stop() {
    vault.close();
  }

  @Test
  void a_parent_is_asked_seven_days_after_the_assessment_and_not_a_day_before()
      throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-23");
    at("2026-11-29T12:00:00Z");
    assertThat(postman.sent).isEmpty();
    at("2026-11-30T12:00:00Z");
    assertThat(postman.sent).hasSize(1);
    assertThat(postman.sent.getFirst())
        .matches(
            "\\+447700900123 Tell us how it went\\. It takes 3 minutes and we do not ask your name:"
                + " https://views\\.example\\.gov\\.uk/[0-9a-z]{16} To stop these texts use this"
                + " link\\.");
    assertThat(invitations()).containsExactly("p1 sent  2026-11 PARENT assessment-parent ar");
    at("2026-12-01T12:00:00Z");
    assertThat(postman.sent).as("once").hasSize(1);
  }

  @Test
  void nothing_is_sent_at_night() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T08:59:59Z");
    at("2026-11-24T19:00:00Z");
    assertThat(postman.sent).isEmpty();
    at("2026-11-24T09:00:00Z");
    assertThat(postman.sent).hasSize(1);
  }

  @Test
  void nothing_but_the_hash_of_the_secret_is_kept() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    var secret = postman.token(0).secret();
    var dump = new StringBuilder();
    for (var table :
        vault.database.column(
            "SELECT CONCAT(table_schema, '.', table_name) FROM information_schema.tables WHERE"
                + " table_schema IN ('vault', 'bridge', 'feedback', 'office')")) {
      for (var column :
          vault.database.column(
              "SELECT column_name FROM information_schema.columns WHERE CONCAT(table_schema, '.',"
                  + " table_name) = '"
                  + table
                  + "'")) {
        vault
            .database
            .column("SELECT CONVERT(`" + column + "` USING latin1) FROM " + table)
            .forEach(value -> dump.append(value).append('\n'));
        vault
            .database
            .column("SELECT HEX(`" + column + "`) FROM " + table)
            .forEach(value -> dump.append(value).append('\n'));
      }
    }
    assertThat(dump.toString())
        .contains(postman.token(0).hash().hex().toUpperCase(java.util.Locale.ROOT))
        .doesNotContain(
            secret,
            java.util.HexFormat.of()
                .withUpperCase()
                .formatHex(secret.getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
        .doesNotContain("7700900123", "Fellhouse");
  }

  @Test
  void brothers_and_sisters_do_not_multiply_and_two_parents_get_one_each() throws SQLException {
    vault.file(
        "contacts.csv",
        CONTACTS,
        contact("c1", "child", "f1", "", "8-11", "", ""),
        contact("c2", "child", "f1", "", "4-7", "", ""),
        contact("p1", "parent", "f1", "07700 900123", "", "yes", ""),
        contact("p2", "parent", "f1", "07700 900124", "", "yes", ""));
    vault.file(
        "ssd_cin_assessments.csv", ASSESSMENTS, "a1,c1,2026-11-10,FH-N1", "a2,c2,2026-11-10,FH-N1");
    at("2026-11-24T12:00:00Z");
    assertThat(postman.sent)
        .extracting(s -> s.substring(0, 13))
        .containsExactlyInAnyOrder("+447700900123", "+447700900124");
    assertThat(postman.token(0)).isNotEqualTo(postman.token(1));
  }

  @Test
  void
      a_young_person_is_asked_through_the_route_person_three_working_days_after_and_once_a_meeting()
          throws SQLException {
    vault.file(
        "contacts.csv",
        CONTACTS,
        contact("c1", "child", "f1", "07700 900111", "12-17", "", ""),
        contact("c2", "child", "f1", "", "8-11", "", ""),
        contact("p1", "parent", "f1", "07700 900123", "", "yes", ""),
        contact("r1", "route", "f1", "07700 900125", "", "yes", ""));
    vault.file(
        "ssd_initial_cp_conference.csv",
        CONFERENCES,
        "i1,c1,2026-11-20,m1,CP-N,N",
        "i2,c2,2026-11-20,m1,CP-N,N",
        "i3,c1,2026-11-20,m1,CP-N,N");
    at("2026-11-24T12:00:00Z");
    assertThat(postman.sent).as("Friday: a weekend is between").isEmpty();
    at("2026-11-25T12:00:00Z");
    assertThat(postman.sent).hasSize(1);
    assertThat(postman.sent.getFirst()).startsWith("+447700900125 ");
    assertThat(invitations())
        .containsExactly("c1 sent  2026-11 YOUNG_PERSON conference-young-person en");
  }

  @Test
  void without_a_route_person_a_young_person_is_not_asked_and_never_through_a_parent()
      throws SQLException {
    vault.file(
        "contacts.csv",
        CONTACTS,
        contact("c1", "child", "f1", "07700 900111", "12-17", "yes", ""),
        contact("p1", "parent", "f1", "07700 900123", "", "yes", ""));
    vault.file("ssd_initial_cp_conference.csv", CONFERENCES, "i1,c1,2026-11-19,m1,CP-N,N");
    at("2026-11-24T12:00:00Z");
    assertThat(reasons()).containsExactly("no-route-person");
    vault.file(
        "contacts.csv", CONTACTS, contact("r1", "route", "f1", "07700 900123", "", "yes", ""));
    at("2026-11-24T12:00:00Z");
    assertThat(reasons()).containsExactly("route-shares-phone");
    vault.file(
        "contacts.csv", CONTACTS, contact("r1", "route", "f1", "07700 900126", "", "yes", ""));
    at("2026-11-24T12:00:00Z");
    assertThat(postman.sent).hasSize(1);
  }

  @Test
  void a_contact_that_comes_late_is_still_asked_until_fourteen_days_after_the_due_day()
      throws SQLException {
    vault.file(
        "ssd_cin_assessments.csv", ASSESSMENTS, "a1,c1,2026-11-24,FH-N1", "a2,c9,2026-11-24,FH-N1");
    at("2026-12-01T12:00:00Z");
    assertThat(reasons()).containsExactly("no-contact", "no-contact");
    at("2026-12-15T10:00:00Z");
    family("");
    at("2026-12-15T12:00:00Z");
    assertThat(postman.sent).hasSize(1);
    at("2026-12-16T12:00:00Z");
    vault.file(
        "contacts.csv",
        CONTACTS,
        contact("c9", "child", "f9", "", "8-11", "", ""),
        contact("p9", "parent", "f9", "07700 900129", "", "yes", ""));
    at("2026-12-17T12:00:00Z");
    assertThat(postman.sent).as("too late for the other").hasSize(1);
    assertThat(vault.database.column("SELECT DISTINCT state FROM vault.milestone_event"))
        .containsExactly("weighed");
  }

  @Test
  void what_changes_between_queueing_and_sending_stops_the_message() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-20");
    vault.context.getBean(WeighJob.class).run();
    assertThat(invitations()).hasSize(1).first().asString().startsWith("p1 waiting");
    vault.file(
        "ssd_person.csv",
        "pers_person_id,pers_dob,pers_expected_dob,pers_death_date",
        "c1,2020-01-01,,2026-11-26");
    vault.now("2026-11-27T12:00:00Z");
    vault.context.getBean(SendJob.class).run();
    assertThat(postman.sent).isEmpty();
    assertThat(reasons()).containsExactly("barred:dead");
  }

  @Test
  void a_called_off_event_is_not_asked_about() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-20");
    vault.context.getBean(WeighJob.class).run();
    vault.file("ssd_cin_assessments.csv", ASSESSMENTS, "a1,c1,,FH-N1");
    at("2026-11-27T12:00:00Z");
    assertThat(postman.sent).isEmpty();
    assertThat(reasons()).containsExactly("event-cancelled");
  }

  @Test
  void a_stop_is_honoured_before_and_after_its_job_has_run() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-08-01".replace("08-01", "11-10"));
    at("2026-11-24T12:00:00Z");
    var links = vault.context.getBean(Links.class);
    var token = postman.token(0);
    links.askToStop(token.hash());
    links.askToStop(token.hash());
    vault.now("2027-01-25T12:00:00Z");
    assessment("a2", "c1", "2027-01-15");
    vault.context.getBean(WeighJob.class).run();
    assertThat(reasons()).as("asked for, not carried out").containsExactly("stopped");
    vault.context.getBean(StopJob.class).run();
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.stop_request"))
        .containsExactly("0");
    at("2027-01-26T12:00:00Z");
    assertThat(reasons()).containsExactly("stopped");
    assertThat(postman.sent).hasSize(1);
    assertThat(links.open(token)).isEqualTo(new Link.Lapsed("ar"));
  }

  @Test
  void a_stop_between_queueing_and_sending_is_honoured() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    vault.now("2027-01-25T12:00:00Z");
    assessment("a2", "c1", "2027-01-18");
    vault.context.getBean(WeighJob.class).run();
    vault.context.getBean(Links.class).askToStop(postman.token(0).hash());
    assertThat(vault.context.getBean(Sending.class).due(10)).hasSize(1);
    assertThat(
            vault
                .context
                .getBean(Sending.class)
                .pack(vault.context.getBean(Sending.class).due(10).getFirst()))
        .isEmpty();
    assertThat(reasons()).containsExactly("stopped");
  }

  @Test
  void a_failing_postman_is_tried_three_times_each_with_a_secret_of_its_own() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    postman.answer = Postman.Outcome.Failed::new;
    for (int i = 0; i < 5; i++) {
      at("2026-11-24T1" + i + ":00:00Z");
    }
    assertThat(postman.sent).hasSize(3).doesNotHaveDuplicates();
    assertThat(reasons()).containsExactly("undeliverable");
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.link")).containsExactly("0");
    assertThat(vault.database.column("SELECT state FROM vault.delivery")).containsOnly("failed");
  }

  @Test
  void a_closed_postman_uses_up_nobodys_tries() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    postman.answer = () -> new Postman.Outcome.Closed("a test");
    for (int i = 0; i < 5; i++) {
      at("2026-11-24T1" + i + ":00:00Z");
    }
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.delivery")).containsExactly("0");
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.link")).containsExactly("0");
    postman.answer = Postman.Outcome.Sent::new;
    at("2026-11-24T16:00:00Z");
    assertThat(invitations()).containsExactly("p1 sent  2026-11 PARENT assessment-parent ar");
  }

  @Test
  void a_crash_while_sending_costs_at_most_one_text_too_many() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    postman.answer = Postman.Outcome.Sent::new;
    class Crash extends Error {
      private static final long serialVersionUID = 1L;
    }
    var real = postman.answer;
    for (int i = 0; i < 4; i++) {
      postman.answer =
          () -> {
            postman.sent.add("left the house, and then the machine stopped");
            throw new Crash();
          };
      vault.now("2026-11-24T1" + i + ":00:00Z");
      vault.context.getBean(WeighJob.class).run();
      try {
        vault.context.getBean(SendJob.class).run();
      } catch (Crash expected) {
        continue;
      }
    }
    postman.answer = real;
    at("2026-11-24T15:00:00Z");
    assertThat(postman.sent).hasSize(2);
    assertThat(invitations()).containsExactly("p1 sent  2026-11 PARENT assessment-parent ar");
  }

  @Test
  void a_postman_that_throws_may_have_sent_so_it_is_tried_once_more_and_no_oftener()
      throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    var calls = new ArrayList<String>();
    postman.answer =
        () -> {
          calls.add("call");
          throw new IllegalStateException("broken");
        };
    for (int i = 0; i < 5; i++) {
      at("2026-11-24T1" + i + ":00:00Z");
    }
    assertThat(calls).hasSize(2);
  }

  @Test
  void a_person_is_asked_once_in_sixty_days() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    vault.now("2027-01-10T12:00:00Z");
    assessment("a2", "c1", "2027-01-09");
    at("2027-01-22T12:00:00Z");
    assertThat(reasons()).as("59 days later").containsExactly("asked-recently");
    at("2027-01-23T12:00:00Z");
    assertThat(postman.sent).as("60 days later").hasSize(2);
  }

  @Test
  void the_collector_opens_spends_and_no_more() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    var links = vault.context.getBean(Links.class);
    var token = postman.token(0);
    assertThat(links.open(token)).isEqualTo(new Link.Waiting("assessment-parent", 1, "ar"));
    assertThat(links.open(token)).isEqualTo(new Link.Waiting("assessment-parent", 1, "ar"));
    assertThat(links.open(LinkToken.read("0000000000000000").orElseThrow()))
        .isEqualTo(new Link.Unknown());
    assertThat(links.spend(token.hash(), vault.now())).isEqualTo(1);
    assertThat(links.spend(token.hash(), vault.now())).isZero();
    assertThat(links.open(token)).isEqualTo(new Link.Spent("ar"));
    try (var connection = vault.database.as("collector");
        var statement = connection.createStatement()) {
      assertThatThrownBy(
              () -> statement.executeUpdate("UPDATE vault.invitation SET state = 'sent'"))
          .hasMessageContaining("denied");
      assertThatThrownBy(() -> statement.executeQuery("SELECT token_hash FROM vault.stop_request"))
          .hasMessageContaining("denied");
    }
  }

  @Test
  void a_link_lapses_at_a_midnight_and_is_forgotten_with_who_answered() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    var links = vault.context.getBean(Links.class);
    var token = postman.token(0);
    vault.now("2026-12-21T23:59:59Z");
    assertThat(links.open(token)).isInstanceOf(Link.Waiting.class);
    assertThat(links.spend(token.hash(), vault.now())).isEqualTo(1);
    vault.now("2026-12-22T00:00:00Z");
    assertThat(links.spend(token.hash(), vault.now())).isZero();
    vault.now("2027-01-04T23:00:00Z");
    vault.context.getBean(ForgetJob.class).run();
    assertThat(spent()).containsExactly("1");
    vault.now("2027-01-05T00:00:00Z");
    vault.context.getBean(ForgetJob.class).run();
    assertThat(spent()).containsExactly("0");
    assertThat(links.open(token)).isEqualTo(new Link.Lapsed("ar"));
    vault.now("2027-03-22T01:00:00Z");
    vault.context.getBean(ForgetJob.class).run();
    assertThat(links.open(token)).isEqualTo(new Link.Unknown());
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.delivery")).containsExactly("0");
    assertThat(invitations()).as("who was invited").hasSize(1);
    vault.now("2028-03-01T01:00:00Z");
    vault.context.getBean(ForgetJob.class).run();
    assertThat(invitations()).isEmpty();
  }

  @Test
  void the_rooms_after_learn_the_attributes_the_names_and_who_was_invited() throws SQLException {
    family("");
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    var invitations = vault.context.getBean(Invitations.class);
    var hash = postman.token(0).hash();
    var november = java.time.YearMonth.of(2026, 11);
    assertThat(invitations.asked(hash))
        .contains(
            new Asked(
                "p1",
                new Attributes("family-help-north", Audience.PARENT, "", "M3", november, "ar")));
    assertThat(invitations.population())
        .containsExactly(
            new AskedPerson(
                "p1",
                new Attributes("family-help-north", Audience.PARENT, "", "M3", november, "ar")));
    assertThat(invitations.names(hash).names())
        .containsExactlyInAnyOrder("Name c1 Fellhouse", "Name p1 Fellhouse");
    vault.now("2028-03-01T12:00:00Z");
    assertThat(invitations.population()).isEmpty();
  }

  private void family(String flags) {
    vault.file(
        "contacts.csv",
        CONTACTS,
        contact("c1", "child", "f1", "", "8-11", "", ""),
        contact("p1", "parent", "f1", "07700 900123", "", "yes", flags).replace(",en,", ",ar,"));
  }

  private static String contact(
      String id, String role, String family, String phone, String band, String sms, String flags) {
    return String.join(
        ",",
        id,
        role,
        family,
        "Name " + id + " Fellhouse",
        phone,
        "",
        "en",
        band,
        sms,
        flags,
        "2026-11-20T08:00:00Z");
  }

  private void assessment(String id, String child, String day) {
    vault.file("ssd_cin_assessments.csv", ASSESSMENTS, String.join(",", id, child, day, "FH-N1"));
  }

  private void at(String instant) {
    vault.now(instant);
    vault.context.getBean(WeighJob.class).run();
    vault.context.getBean(SendJob.class).run();
  }

  private List<String> invitations() throws SQLException {
    return vault.database.column(
        "SELECT CONCAT_WS(' ', person_id, state, reason, month, audience, form, language) FROM"
            + " vault.invitation WHERE state <> 'refused' ORDER BY 1");
  }

  private List<String> reasons() throws SQLException {
    return vault.database.column(
        "SELECT reason FROM vault.invitation WHERE state = 'refused' ORDER BY 1");
  }

  private List<String> spent() throws SQLException {
    return vault.database.column("SELECT spent FROM vault.invitation");
  }
}
