package org.hearback.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ImportTest extends ImportFixture {

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
}
