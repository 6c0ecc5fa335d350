package org.hearback.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever a case system writes, the import ends with a report, and every line is accounted for.
 */
class ImportBytesTest {
  private static final String HEADER =
      "cina_assessment_id,cina_person_id,cina_assessment_auth_date,cina_assessment_team";
  private static final String CONTACTS =
      String.join(
          ",",
          List.of(
              "person_id",
              "role",
              "family_id",
              "name",
              "phone",
              "email",
              "language",
              "age_band",
              "sms_ok",
              "legal_flags",
              "updated_at"));
  private static VaultContext vault;

  @BeforeContainer
  static void start() throws SQLException {
    vault = new VaultContext(Map.of());
  }

  @AfterContainer
  static void stop() {
    vault.close();
  }

  @Property(tries = 300)
  void any_bytes_end_in_a_report(@ForAll byte[] bytes) {
    assertThat(intake().bytes("ssd_cin_assessments.csv", bytes)).isNotNull();
  }

  @Property(tries = 150)
  void any_bytes_after_the_header_are_taken_or_quarantined(@ForAll("tails") byte[] tail) {
    var head = (HEADER + "\n").getBytes(StandardCharsets.UTF_8);
    var whole = new byte[head.length + tail.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(tail, 0, whole, head.length, tail.length);
    var report = (ImportReport.Taken) intake().bytes("ssd_cin_assessments.csv", whole);
    assertThat(report.changed() + report.unchanged() + report.quarantined())
        .isEqualTo(report.lines());
    assertThat(physical(CsvFile.read(whole)))
        .isEqualTo(
            new String(whole, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .count());
  }

  @Property(tries = 150)
  void every_line_of_fields_is_taken_or_quarantined(@ForAll("lines") List<String> lines) {
    for (var file :
        Map.of("ssd_cin_assessments.csv", HEADER, "contacts.csv", CONTACTS).entrySet()) {
      var text = file.getValue() + "\r\n" + String.join("\r\n", lines) + "\r\n";
      var report =
          (ImportReport.Taken) intake().bytes(file.getKey(), text.getBytes(StandardCharsets.UTF_8));
      assertThat(report.changed() + report.unchanged() + report.quarantined())
          .isEqualTo(report.lines());
      assertThat(report.lines())
          .isEqualTo((int) lines.stream().filter(line -> !line.isBlank()).count());
    }
  }

  @Provide
  Arbitrary<byte[]> tails() {
    return Arbitraries.of(
            "a1", "c1", "2026-11-20", "FH-N1", ",", "\"", "\n", "\r\n", "\r", "é", "\0", "x")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts))
        .flatMap(text ->
            Arbitraries.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)
                .map(text::getBytes));
  }

  @Provide
  Arbitrary<List<String>> lines() {
    var field =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                "a1",
                "a2",
                "c1",
                "2026-11-20",
                "2026-99-99",
                "FH-N1",
                "parent",
                "child",
                "yes",
                "en",
                "2026-11-20T08:00:00Z",
                "07700 900123"),
            Arbitraries.strings().alpha().ofMaxLength(500));
    return Combinators.combine(field.list().ofMaxSize(13), Arbitraries.just(","))
        .as((fields, comma) -> String.join(comma, fields))
        .list()
        .ofMaxSize(15);
  }

  private static long physical(CsvFile file) {
    return file.lines().stream()
        .flatMap(line -> line.text().lines())
        .filter(line -> !line.isBlank())
        .count();
  }

  private static Import intake() {
    return vault.context.getBean(Import.class);
  }
}
