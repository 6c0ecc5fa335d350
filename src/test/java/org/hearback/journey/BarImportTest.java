package org.hearback.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class BarImportTest extends ImportFixture {

  @Test
  void what_the_extract_says_against_a_message_stands_until_it_says_otherwise()
      throws SQLException {
    var header = "s47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_date";
    vault.file("ssd_s47_enquiry.csv", header, "s1,c1,2026-11-01,");
    assertThat(bars()).containsExactly("c1 enquiry-open");
    vault.file("ssd_s47_enquiry.csv", header, "s1,c1,2026-11-01,not yet");
    assertThat(bars()).containsExactly("c1 enquiry-open", "c1 unreadable");
    vault.file("ssd_s47_enquiry.csv", header, "s1,c1,2026-11-01,2026-11-20");
    assertThat(bars()).isEmpty();
    vault.file(
        "ssd_person.csv",
        "pers_person_id,pers_dob,pers_expected_dob,pers_death_date",
        "c2,,2027-01-01,",
        "c3,2020-01-01,,2026-11-02",
        "c4,2020-01-01,,NULL");
    vault.file(
        "ssd_cp_plans.csv",
        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_ola,cppl_cp_plan_end_date",
        "p1,c5,Y,",
        "p2,c6,N,",
        "p3,c7,,",
        "p4,c8,Y,2026-01-01");
    vault.file(
        "ssd_legal_status.csv",
        "lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_end_date",
        "l1,c9,C1 Interim care order,",
        "l2,c10,C10,",
        "l3,c11,E1,");
    vault.file(
        "ssd_permanence.csv",
        "perm_table_id,perm_person_id,perm_permanence_order_date,perm_placed_for_adoption_date,perm_decision_reversed_date",
        "m1,c12,2026-10-10,,");
    vault.file(
        "ssd_pre_proceedings.csv",
        "prep_table_id,prep_person_id,prep_pre_pro_decision_date,prep_agree_stepdown_issue_date,prep_pre_pro_outcome",
        "r1,c13,01/10/2026,,",
        "r2,c14,2026-09-01,2026-10-01,Decision to Issue Care Proceedings",
        "r3,c15,2026-09-01,2026-10-01,Decision to step down");
    assertThat(bars())
        .containsExactly(
            "c11 adoption",
            "c12 permanence-order",
            "c13 pre-proceedings",
            "c14 proceedings",
            "c2 unborn",
            "c3 dead",
            "c5 other-authority",
            "c7 other-authority",
            "c9 proceedings");
  }

  /** In the register of children for as long as its row, or the child, is handed in. */
  @Test
  void what_stops_messages_is_forgotten_after_the_person_it_is_about() throws SQLException {
    var header = "pers_person_id,pers_dob,pers_expected_dob,pers_death_date";
    var child = contact("c3", "child", "A B", "", "", "");
    vault.file("contacts.csv", CONTACT_HEADER, child);
    vault.file(
        "ssd_person.csv",
        header,
        "c1,2020-01-01,,2026-11-02",
        "c2,2020-01-01,,2026-11-02",
        "c3,2020-01-01,,2026-11-02");
    vault.now("2027-03-24T12:00:00Z");
    vault.file("ssd_person.csv", header, "c2,2020-01-01,,2026-11-02");
    vault.file("contacts.csv", CONTACT_HEADER, child);
    forget();
    assertThat(bars()).containsExactly("c1 dead", "c2 dead", "c3 dead");
    vault.now("2027-05-01T12:00:00Z");
    forget();
    assertThat(bars())
        .as("a row and a person were handed in")
        .containsExactly("c2 dead", "c3 dead");
    vault.now("2027-09-01T12:00:00Z");
    forget();
    assertThat(bars()).isEmpty();
  }

  private void forget() {
    vault.context.getBean(Forgetting.class).run(vault.now());
  }
}
