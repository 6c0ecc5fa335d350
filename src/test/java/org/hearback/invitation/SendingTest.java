package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SendingTest extends SendingFixture {

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
  void two_adults_with_one_number_get_nothing_whatever_family_they_are_in() throws SQLException {
    vault.file(
        "contacts.csv",
        CONTACTS,
        contact("c1", "child", "f1", "07700 900123", "8-11", "", ""),
        contact("p1", "parent", "f1", "07700 900123", "", "yes", ""),
        contact("p2", "parent", "f1", "07700 900124", "", "yes", ""),
        contact("p9", "parent", "f9", "+44 7700 900123", "", "", ""));
    assessment("a1", "c1", "2026-11-10");
    at("2026-11-24T12:00:00Z");
    assertThat(postman.sent).hasSize(1);
    assertThat(postman.sent.getFirst()).startsWith("+447700900124 ");
    assertThat(reasons()).containsExactly("phone-shared");
    vault.file(
        "contacts.csv",
        CONTACTS,
        contact("p9", "parent", "f9", "07700 900199", "", "", "").replace("11-20T", "11-21T"));
    at("2026-11-25T12:00:00Z");
    assertThat(postman.sent).as("a child with the parent's number is no other adult").hasSize(2);
  }

  @Test
  void a_contact_that_left_the_feed_is_not_asked_until_it_is_back_and_is_then_forgotten()
      throws SQLException {
    family("");
    vault.now("2027-02-20T12:00:00Z");
    assessment("a1", "c1", "2027-02-18");
    at("2027-02-25T12:00:00Z");
    assertThat(reasons()).as("93 days").containsExactly("contact-out-of-date");
    family("");
    at("2027-02-25T12:00:00Z");
    assertThat(postman.sent).as("the same rows again").hasSize(1);
    vault.now("2027-07-27T12:00:00Z");
    forgetContacts();
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.contact")).containsExactly("2");
    vault.now("2027-07-28T12:00:00Z");
    forgetContacts();
    assertThat(vault.database.column("SELECT COUNT(*) FROM vault.contact")).containsExactly("0");
  }

  private void forgetContacts() {
    vault.context.getBean(org.hearback.retention.RetentionJob.class).run();
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
    assertThat(postman.sent).hasSize(2).allMatch(it -> it.startsWith("+447700900125 "));
    assertThat(invitations())
        .containsExactly(
            "c1 sent  2026-11 YOUNG_PERSON conference-young-person en",
            "c2 sent  2026-11 CHILD conference-child en");
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
    assertThat(reasons()).as("nor a partner").containsExactly("no-contact", "no-route-person");
    vault.file(
        "contacts.csv", CONTACTS, contact("r1", "route", "f1", "07700 900123", "", "yes", ""));
    at("2026-11-24T12:00:00Z");
    assertThat(reasons()).containsExactly("no-contact", "route-shares-phone");
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
  void a_person_is_asked_once_in_sixty_days() throws SQLException {
    asked();
    vault.now("2027-01-10T12:00:00Z");
    assessment("a2", "c1", "2027-01-09");
    at("2027-01-22T12:00:00Z");
    assertThat(reasons()).as("59 days later").containsExactly("asked-recently");
    at("2027-01-23T12:00:00Z");
    assertThat(postman.sent).as("60 days later").hasSize(2);
  }
}
