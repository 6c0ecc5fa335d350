package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Staff after a closure and partners after a conference: by e-mail, once, and not too often. */
class ProfessionalsTest extends SendingFixture {
  private static final String EPISODES =
      "cine_referral_id,cine_person_id,cine_close_date,cine_close_reason,cine_referral_team";
  private static final String CHILD = reached("c1", "child", "", "no", "", "no", "no,");

  @Test
  void staff_is_asked_by_e_mail_a_week_after_the_case_was_closed() throws SQLException {
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD,
        reached("w1", "worker", "07700 900131", "yes", "w1@example.org", "yes", ","),
        reached("w2", "worker", "07700 900132", "yes", "w2@example.org", "", ","),
        reached("w3", "worker", "", "", "", "yes", ","));
    closed("e1", "c1", "2026-11-17", "RC7 - Services ceased");
    at("2026-11-23T12:00:00Z");
    assertThat(mail.sent).as("six days").isEmpty();
    at("2026-11-24T12:00:00Z");
    assertThat(mail.to()).containsExactly("w1@example.org");
    assertThat(postman.sent).as("never by text").isEmpty();
    assertThat(invitations()).containsExactly("w1 sent  2026-11 STAFF closure-staff en");
    assertThat(reasons()).containsExactly("emails-not-known-safe", "no-email");
    at("2026-11-25T12:00:00Z");
    assertThat(mail.sent).as("once").hasSize(1);
  }

  @Test
  void nobody_is_asked_about_a_case_that_ended_in_another_way_or_is_open() throws SQLException {
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD,
        reached("w1", "worker", "", "", "w1@example.org", "yes", ","));
    for (var reason : new String[] {"RC1", "RC2", "RC5", "RC8", "", "RC70"}) {
      closed("e" + reason, "c1", "2026-11-10", reason);
    }
    closed("open", "c1", "", "");
    at("2026-11-24T12:00:00Z");
    assertThat(mail.sent).isEmpty();
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.invitation")).containsExactly("0");
    closed("eRC2", "c1", "2026-11-10", "RC7");
    at("2026-11-24T12:00:00Z");
    assertThat(mail.sent).as("corrected").hasSize(1);
    closed("eRC8", "c1", "2026-11-10", "RC7");
    closed("eRC8", "c1", "2026-11-10", "RC2");
    assertThat(
            vault.database.column(
                "SELECT state FROM vault.milestone_event WHERE source_event_id = 'eRC8'"))
        .as("and corrected back")
        .containsExactly("cancelled");
  }

  @Test
  void what_silences_the_family_silences_professionals_too() throws SQLException {
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD.replace(",no,,2026", ",no,police-investigation,2026"),
        reached("w1", "worker", "", "", "w1@example.org", "yes", ","));
    closed("e1", "c1", "2026-11-10", "RC7");
    at("2026-11-24T12:00:00Z");
    assertThat(reasons()).containsExactly("flag");
  }

  @Test
  void one_mailbox_in_many_records_is_asked_once_in_sixty_days() throws SQLException {
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD,
        reached("w1", "worker", "", "", "w1@example.org", "yes", ","),
        CHILD.replace("c1", "c2").replace(",f1,", ",f2,"),
        reached("w1-f2", "worker", "", "", "W1@example.org", "yes", ",").replace(",f1,", ",f2,"));
    closed("e1", "c1", "2026-11-10", "RC7");
    closed("e2", "c2", "2026-11-10", "RC7");
    at("2026-11-24T12:00:00Z");
    at("2026-11-24T13:00:00Z");
    assertThat(mail.sent).hasSize(1);
    assertThat(reasons()).containsExactly("asked-recently");
  }

  @Test
  void partners_are_asked_three_working_days_after_a_conference_once_for_all_its_children()
      throws SQLException {
    vault.file(
        "contacts.csv",
        CHANNELS,
        CHILD,
        CHILD.replace("c1", "c2"),
        reached("s1", "partner", "", "", "s1@example.org", "yes", ","),
        reached("h1", "partner", "", "", "h1@example.org", "yes", ","),
        reached("w1", "worker", "", "", "w1@example.org", "yes", ","));
    vault.file(
        "ssd_initial_cp_conference.csv",
        CONFERENCES,
        "i1,c1,2026-11-20,m1,CP-N,N",
        "i2,c2,2026-11-20,m1,CP-N,N");
    at("2026-11-24T12:00:00Z");
    assertThat(mail.sent).as("Friday: a weekend is between").isEmpty();
    at("2026-11-25T12:00:00Z");
    assertThat(mail.to()).containsExactlyInAnyOrder("s1@example.org", "h1@example.org");
    assertThat(invitations())
        .containsExactly(
            "h1 sent  2026-11 PARTNER conference-partner en",
            "s1 sent  2026-11 PARTNER conference-partner en");
  }

  private void closed(String id, String child, String day, String reason) {
    vault.file("ssd_cin_episodes.csv", EPISODES, String.join(",", id, child, day, reason, "FH-N1"));
  }
}
