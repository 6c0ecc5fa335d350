package org.hearback.journey;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Files as a case system writes them, and what the vault holds after. */
abstract class ImportFixture {
  static final String ASSESSMENTS = "ssd_cin_assessments.csv";
  static final String HEADER =
      "cina_assessment_id,cina_person_id,cina_assessment_auth_date,cina_assessment_team";
  static final String CONTACT_HEADER =
      "person_id,role,family_id,name,phone,email,language,age_band,sms_ok,legal_flags,updated_at";

  VaultContext vault;

  @BeforeEach
  void start() throws SQLException {
    vault = new VaultContext(Map.of());
  }

  @AfterEach
  void stop() {
    vault.close();
  }

  static String contact(
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

  List<String> reasons(String file) {
    return vault.context.getBean(Quarantine.class).of(file).stream()
        .map(q -> q.line() + " " + q.reason())
        .collect(Collectors.toList());
  }

  List<String> states() throws SQLException {
    return vault.database.column(
        "SELECT CONCAT(source_event_id, ' ', state) FROM vault.milestone_event ORDER BY"
            + " source_event_id");
  }

  List<String> smsOk(String person) throws SQLException {
    return vault.database.column(
        "SELECT sms_ok FROM vault.contact WHERE person_id = '" + person + "'");
  }

  List<String> bars() throws SQLException {
    return vault.database.column("SELECT CONCAT(person_id, ' ', reason) FROM vault.bar ORDER BY 1");
  }

  List<String> everything() throws SQLException {
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
