package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Care leavers after each review of their pathway plan: themselves, and not too often. */
class CareLeaverTest extends SendingFixture {
  private static final String LEAVERS =
      "clea_table_id,clea_person_id,clea_pathway_plan_review_date,clea_care_leaver_allocated_team";

  @Test
  void a_care_leaver_is_asked_three_working_days_after_a_review_on_their_own_phone()
      throws SQLException {
    leaver("yes", "18-25");
    reviewed("2026-11-20");
    at("2026-11-24T12:00:00Z");
    assertThat(postman.sent).as("Friday: a weekend is between").isEmpty();
    at("2026-11-25T12:00:00Z");
    assertThat(invitations())
        .containsExactly("l1 sent  2026-11 CARE_LEAVER pathway-care-leaver en");
    reviewed("2026-11-20");
    at("2026-11-26T12:00:00Z");
    assertThat(postman.sent).as("once").hasSize(1);
  }

  @Test
  void the_next_review_stands_in_the_same_row_and_is_asked_about_anew_twice_a_year()
      throws SQLException {
    leaver("yes", "18-25");
    reviewed("2026-11-20");
    at("2026-11-25T12:00:00Z");
    vault.now("2027-02-01T12:00:00Z");
    leaver("yes", "18-25");
    reviewed("2027-01-29");
    at("2027-02-03T12:00:00Z");
    assertThat(postman.sent).hasSize(2);
    vault.now("2027-05-10T12:00:00Z");
    leaver("yes", "18-25");
    reviewed("2027-05-07");
    at("2027-05-12T12:00:00Z");
    assertThat(postman.sent).as("two reviews in twelve months").hasSize(2);
    assertThat(reasons()).containsExactly("enough-reviews");
  }

  @Test
  void without_a_clear_yes_or_an_age_nobody_is_asked() throws SQLException {
    leaver("", "18-25");
    reviewed("2026-11-20");
    at("2026-11-25T12:00:00Z");
    assertThat(postman.sent).isEmpty();
    assertThat(reasons()).containsExactly("texts-not-known-safe");
    leaver("yes", "");
    at("2026-11-25T13:00:00Z");
    assertThat(postman.sent).isEmpty();
  }

  private void leaver(String sms, String band) {
    var updated = "T08:00:0" + seconds++ + "Z";
    vault.file(
        "contacts.csv",
        CONTACTS,
        contact("l1", "care-leaver", "f1", "07700 900141", band, sms, "")
            .replace("2026-11-20T08:00:00Z", "2026-11-20" + updated));
  }

  private void reviewed(String day) {
    vault.file("ssd_care_leavers.csv", LEAVERS, String.join(",", "t1", "l1", day, "LC-1"));
  }

  private int seconds;
}
