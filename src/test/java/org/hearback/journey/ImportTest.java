package org.hearback.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportTest {
  private static final String ASSESSMENTS = "ssd_cin_assessments.csv";
  private static final String HEADER =
      "cina_assessment_id,cina_person_id,cina_assessment_auth_date,cina_assessment_team";
  private static final String CONTACT_HEADER =
      "person_id,role,family_id,name,phone,email,language,age_band,sms_ok,legal_flags,updated_at";

  private VaultContext vault;

  @BeforeEach
  void start() throws SQLException {
    vault = new VaultContext(Map.of());
  }

  @AfterEach
  void stop() {
    vault.close();
  }

  @Test
  void a_table_of_the_extract_becomes_events_under_its_own_ids() throws SQLException {
    var report =
        vault.file(
            "ssd_cin_assessments_2026-11-23.csv",
            HEADER,
            "a1,c1,2026-11-20,FH-N1",
            "a2,c2,20/11/2026,FH-S1");
    assertThat(report)
        .isEqualTo(new ImportReport.Taken("ssd_cin_assessments_2026-11-23.csv", 2, 2, 0, 0));
    assertThat(
            vault.database.column(
                "SELECT CONCAT_WS(' ', source_event_id, milestone, person_id, area, occurred_on,"
                    + " seen_on, state) FROM vault.milestone_event ORDER BY source_event_id"))
        .containsExactly(
            "a1 M3 c1 family-help-north 2026-11-20 2026-11-24 new",
            "a2 M3 c2 family-help-south 2026-11-20 2026-11-24 new");
  }

  @Test
  void the_same_file_twice_changes_nothing() throws SQLException {
    String[] events = {HEADER, "a1,c1,2026-11-20,FH-N1", "a9,c9,2026-11-20,NOBODY"};
    String[] contacts = {
      CONTACT_HEADER, contact("p1", "parent", "Dana Fell", "07700 900123", "yes", "")
    };
    vault.file(ASSESSMENTS, events);
    vault.file("contacts.csv", contacts);
    var before = everything();
    vault.now("2026-11-25T12:00:00Z");
    assertThat(vault.file(ASSESSMENTS, events))
        .isEqualTo(new ImportReport.Taken(ASSESSMENTS, 2, 0, 1, 1));
    assertThat(vault.file("contacts.csv", contacts))
        .isEqualTo(new ImportReport.Taken("contacts.csv", 1, 0, 1, 0));
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void an_event_without_its_date_has_not_happened_or_is_called_off() throws SQLException {
    vault.file(ASSESSMENTS, HEADER, "a1,c1,2026-11-20,FH-N1", "a2,c2,,FH-N1");
    assertThat(states()).containsExactly("a1 new");
    vault.file(ASSESSMENTS, HEADER, "a1,c1,,FH-N1", "a2,c2,2026-11-23,FH-N1");
    assertThat(states()).containsExactly("a1 cancelled", "a2 new");
    vault.file(ASSESSMENTS, HEADER, "a1,c1,2026-11-21,FH-N1");
    assertThat(states()).containsExactly("a1 new", "a2 new");
  }

  @Test
  void a_column_cancelled_calls_an_event_off() throws SQLException {
    vault.file(ASSESSMENTS, HEADER + ",cancelled", "a1,c1,2026-11-20,FH-N1,N");
    assertThat(states()).containsExactly("a1 new");
    vault.file(ASSESSMENTS, HEADER + ",cancelled", "a1,c1,2026-11-20,FH-N1,Y");
    assertThat(states()).containsExactly("a1 cancelled");
  }

  @Test
  void an_event_that_moves_to_another_day_is_weighed_again() throws SQLException {
    vault.file(ASSESSMENTS, HEADER, "a1,c1,2026-11-20,FH-N1");
    vault.database.execute("UPDATE vault.milestone_event SET state = 'weighed'");
    vault.file(ASSESSMENTS, HEADER, "a1,c1,2026-11-20,FH-S1");
    assertThat(states()).as("only the area is another").containsExactly("a1 weighed");
    vault.file(ASSESSMENTS, HEADER, "a1,c1,2026-11-22,FH-S1");
    assertThat(states()).containsExactly("a1 new");
  }

  @Test
  void what_is_too_old_too_new_or_of_nobody_is_quarantined_on_its_boundary_day()
      throws SQLException {
    vault.file(
        ASSESSMENTS,
        HEADER,
        "a1,c1,2026-10-13,FH-N1",
        "a2,c1,2026-10-12,FH-N1",
        "a3,c1,2026-11-24,FH-N1",
        "a4,c1,2026-11-25,FH-N1",
        "a5,c1,2026-11-20,FH-XX");
    assertThat(states()).containsExactly("a1 new", "a3 new");
    assertThat(reasons(ASSESSMENTS))
        .containsExactly("3 back-dated", "5 in-the-future", "6 unknown-team");
  }

  @Test
  void a_bad_line_is_quarantined_with_its_number_and_the_rest_goes_in() throws SQLException {
    vault.file(
        ASSESSMENTS,
        HEADER,
        "a1,c1,2026-11-20,FH-N1",
        "a2,c1,2026-11-20",
        "a3,c1,2026-11-20,FH-N1,more",
        ",c1,2026-11-20,FH-N1",
        "a5,c1,2026-02-30,FH-N1",
        "a6,\"c1\"x,2026-11-20,FH-N1",
        "a7,\"c7,2026-11-20,FH-N1",
        "a8,c1,2026-11-21,FH-N1",
        "a9,c1,2026-11-21,FH-N1",
        "a9,c2,2026-11-21,FH-N1",
        "a10,\"c\"\"10\",2026-11-21,\"FH-N1\"");
    assertThat(states()).containsExactly("a1 new", "a10 new", "a8 new");
    assertThat(reasons(ASSESSMENTS))
        .containsExactly(
            "3 wrong-number-of-fields",
            "4 wrong-number-of-fields",
            "5 no-id",
            "6 bad-date",
            "7 not-csv",
            "8 not-csv",
            "10 double-id",
            "11 double-id");
  }

  @Test
  void a_field_may_run_over_lines() throws SQLException {
    var report =
        vault.file(
            ASSESSMENTS,
            HEADER + ",note",
            "a1,c1,2026-11-20,FH-N1,\"one",
            "two, three\"",
            "a2,c1,2026-11-20,FH-N1,x");
    assertThat(report).isEqualTo(new ImportReport.Taken(ASSESSMENTS, 2, 2, 0, 0));
  }

  @Test
  void a_line_of_another_encoding_is_quarantined_and_a_file_of_another_encoding_refused() {
    var text =
        String.join(
            "\n",
            CONTACT_HEADER,
            contact("p1", "parent", "Zoë Fell", "", "yes", ""),
            contact("p2", "parent", "Dana", "", "yes", ""));
    var latin =
        vault
            .context
            .getBean(Import.class)
            .bytes("contacts.csv", text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(latin).isEqualTo(new ImportReport.Taken("contacts.csv", 2, 1, 0, 1));
    assertThat(reasons("contacts.csv")).containsExactly("2 not-utf-8");
    var utf16 =
        vault
            .context
            .getBean(Import.class)
            .bytes("contacts.csv", text.getBytes(StandardCharsets.UTF_16));
    assertThat(utf16)
        .isEqualTo(
            new ImportReport.Refused("contacts.csv", "the file is UTF-16; save it as UTF-8"));
    var marked =
        vault
            .context
            .getBean(Import.class)
            .bytes("contacts.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    assertThat(marked).isEqualTo(new ImportReport.Taken("contacts.csv", 2, 1, 1, 0));
  }

  @Test
  void a_file_without_its_columns_or_with_one_twice_is_refused_by_name() throws SQLException {
    assertThat(vault.file(ASSESSMENTS, "cina_assessment_id,cina_person_id", "a1,c1"))
        .isEqualTo(
            new ImportReport.Refused(
                ASSESSMENTS,
                "the file has no column cina_assessment_auth_date, cina_assessment_team"));
    assertThat(vault.file(ASSESSMENTS, HEADER + ",cina_person_id", "a1,c1,2026-11-20,FH-N1,c2"))
        .isEqualTo(
            new ImportReport.Refused(ASSESSMENTS, "the header has two columns cina_person_id"));
    assertThat(vault.file("ssd_address.csv", "a", "b")).isInstanceOf(ImportReport.Refused.class);
    assertThat(vault.file(ASSESSMENTS, "")).isInstanceOf(ImportReport.Refused.class);
    assertThat(everything()).isEmpty();
  }

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

  @Test
  void an_older_contact_changes_nothing_and_an_unreadable_one_makes_the_person_unknown()
      throws SQLException {
    vault.file(
        "contacts.csv",
        CONTACT_HEADER,
        contact("p1", "parent", "Dana Fell", "07700 900123", "yes", ""));
    var older =
        contact("p1", "parent", "Old Name", "07700 900999", "yes", "")
            .replace("2026-11-20", "2026-11-19");
    assertThat(vault.file("contacts.csv", CONTACT_HEADER, older))
        .isEqualTo(new ImportReport.Taken("contacts.csv", 1, 0, 1, 0));
    assertThat(smsOk("p1")).containsExactly("yes");
    assertThat(vault.context.getBean(Contacts.class).find("p1").orElseThrow().name())
        .isEqualTo("Dana Fell");
    vault.file(
        "contacts.csv",
        CONTACT_HEADER,
        contact("p1", "parent", "Dana Fell", "07700 900123", "maybe", ""));
    assertThat(reasons("contacts.csv")).containsExactly("2 unknown-sms-ok");
    assertThat(smsOk("p1")).containsExactly("unknown");
    vault.file(
        "contacts.csv",
        CONTACT_HEADER,
        contact("p1", "parent", "Dana Fell", "07700 900123", "yes", ""));
    assertThat(smsOk("p1")).containsExactly("yes");
    vault.file(
        "contacts.csv",
        CONTACT_HEADER,
        contact("p1", "parent", "Fell, Dana", "07700 900123", "no", "refuge"));
    assertThat(smsOk("p1")).as("a name with a comma").containsExactly("unknown");
  }

  @Test
  void contact_details_and_quarantined_lines_are_not_plain_in_the_database() throws SQLException {
    vault.file(
        "contacts.csv",
        CONTACT_HEADER,
        contact("p1", "parent", "Dana Fellhouse", "07700 900123", "yes", "refuge"),
        contact("p2", "nobody", "Keir Quillfeather", "07700 900124", "yes", ""));
    var all =
        String.join(
                "\n",
                vault.database.column(
                    "SELECT CONCAT_WS('|', person_id, flags, CAST(sealed AS CHAR CHARACTER SET"
                        + " latin1)) FROM vault.contact"))
            + String.join(
                "\n",
                vault.database.column(
                    "SELECT CONCAT_WS('|', file, reason, CAST(sealed AS CHAR CHARACTER SET latin1))"
                        + " FROM vault.quarantine"));
    assertThat(all)
        .contains("p1|refuge|", "unknown-role")
        .doesNotContain("Fellhouse", "Quillfeather", "900123", "900124", "example.org");
    assertThat(vault.context.getBean(Quarantine.class).of("contacts.csv").getFirst().text())
        .contains("Quillfeather");
    assertThat(vault.context.getBean(Contacts.class).namesAround("p1"))
        .containsExactly("Dana Fellhouse");
  }

  @Test
  void the_names_around_a_person_are_those_of_the_family_and_its_workers() {
    vault.file(
        "contacts.csv",
        CONTACT_HEADER,
        contact("p1", "parent", "Dana Fell", "", "yes", ""),
        contact("c1", "child", "Jordan Fell", "", "", ""),
        contact("w1", "worker", "Danielle Reed", "", "", ""),
        contact("p7", "parent", "Somebody Else", "", "yes", "").replace("f1", "f2"));
    var contacts = vault.context.getBean(Contacts.class);
    assertThat(contacts.namesAround("c1"))
        .containsExactlyInAnyOrder("Dana Fell", "Jordan Fell", "Danielle Reed");
    assertThat(contacts.namesAround("nobody")).isEmpty();
  }

  private static String contact(
      String id, String role, String name, String phone, String smsOk, String flags) {
    return String.join(
        ",",
        id,
        role,
        "f1",
        name,
        phone,
        id + "@example.org",
        "en",
        "",
        smsOk,
        flags,
        "2026-11-20T08:00:00Z");
  }

  private List<String> reasons(String file) {
    return vault.context.getBean(Quarantine.class).of(file).stream()
        .map(q -> q.line() + " " + q.reason())
        .collect(Collectors.toList());
  }

  private List<String> states() throws SQLException {
    return vault.database.column(
        "SELECT CONCAT(source_event_id, ' ', state) FROM vault.milestone_event ORDER BY"
            + " source_event_id");
  }

  private List<String> smsOk(String person) throws SQLException {
    return vault.database.column(
        "SELECT sms_ok FROM vault.contact WHERE person_id = '" + person + "'");
  }

  private List<String> bars() throws SQLException {
    return vault.database.column("SELECT CONCAT(person_id, ' ', reason) FROM vault.bar ORDER BY 1");
  }

  private List<String> everything() throws SQLException {
    var all =
        vault.database.column(
            "SELECT CONCAT_WS('|', id, source_event_id, state, seen_on, occurred_on) FROM"
                + " vault.milestone_event ORDER BY 1");
    all.addAll(
        vault.database.column(
            "SELECT CONCAT_WS('|', person_id, HEX(sealed)) FROM vault.contact ORDER BY 1"));
    all.addAll(
        vault.database.column(
            "SELECT CONCAT_WS('|', id, reason, seen_on) FROM vault.quarantine ORDER BY 1"));
    return all;
  }
}
