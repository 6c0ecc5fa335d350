package org.hearback.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hearback.OnTestDatabase;
import org.hearback.TestDatabase;
import org.junit.jupiter.api.Test;

@MicronautTest(startApplication = false, transactional = false)
class AuditTest implements OnTestDatabase {
  private final TestDatabase database = TestDatabase.shared();
  @Inject Audit audit;
  @Inject AuditCheck check;
  @Inject AuditTail tail;

  @Test
  void an_empty_chain_is_whole() {
    assertThat(check.verify()).isInstanceOf(AuditCheck.Whole.class);
  }

  @Test
  void rows_written_at_once_make_one_chain() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 100)
          .forEach(i -> threads.submit(() -> audit.record("ana", "search", "words " + i)));
    }
    assertThat(check.verify())
        .isInstanceOfSatisfying(
            AuditCheck.Whole.class, whole -> assertThat(whole.rows()).isEqualTo(100));
    assertThat(database.column("SELECT no FROM office.audit ORDER BY no"))
        .isEqualTo(LongStream.rangeClosed(1, 100).mapToObj(Long::toString).toList());
  }

  @Test
  void two_nodes_make_one_chain() throws Exception {
    // Two objects share no lock, as two nodes do not.
    var here = new Audit(tail, anySeal(), () -> java.time.Instant.EPOCH);
    var there = new Audit(tail, anySeal(), () -> java.time.Instant.EPOCH);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        threads.submit(() -> here.record("ana", "search", ""));
        threads.submit(() -> there.record("ben", "search", ""));
      }
    }
    assertThat(check.verify())
        .isInstanceOfSatisfying(
            AuditCheck.Whole.class, whole -> assertThat(whole.rows()).isEqualTo(80));
  }

  @Test
  void a_changed_row_is_named() throws Exception {
    three();
    for (var change :
        new String[] {
          "actor = 'someone else'",
          "act = 'sign-in'",
          "at = at + INTERVAL 1 MICROSECOND",
          "sealed = REVERSE(sealed)",
          "hash = REVERSE(hash)"
        }) {
      database.empty();
      three();
      database.execute("UPDATE office.audit SET " + change + " WHERE no = 2");
      assertThat(check.verify()).as(change).isEqualTo(new AuditCheck.Broken(2));
    }
  }

  @Test
  void a_letter_moved_between_two_columns_is_found() throws Exception {
    three();
    database.execute("UPDATE office.audit SET actor = 'an', act = 'asearch' WHERE no = 2");
    assertThat(check.verify()).isEqualTo(new AuditCheck.Broken(2));
  }

  @Test
  void a_row_taken_out_is_found_at_the_next() throws Exception {
    three();
    database.execute("DELETE FROM office.audit WHERE no = 2");
    assertThat(check.verify()).isEqualTo(new AuditCheck.Broken(3));
    database.execute("DELETE FROM office.audit WHERE no = 1");
    assertThat(check.verify()).isEqualTo(new AuditCheck.Broken(3));
  }

  @Test
  void rows_cut_off_the_end_show_against_an_earlier_head() throws Exception {
    three();
    var before = check.verify();
    database.execute("DELETE FROM office.audit WHERE no = 3");
    assertThat(check.verify()).isInstanceOf(AuditCheck.Whole.class).isNotEqualTo(before);
  }

  @Test
  void the_service_itself_can_neither_change_nor_delete() throws Exception {
    three();
    try (var clerk = database.as("clerk");
        var statement = clerk.createStatement()) {
      assertThatThrownBy(() -> statement.execute("UPDATE office.audit SET actor = ''"))
          .hasMessageContaining("denied");
      assertThatThrownBy(() -> statement.execute("DELETE FROM office.audit"))
          .hasMessageContaining("denied");
    }
  }

  @Test
  void only_the_auditor_can_read_on_what() throws Exception {
    audit.record("ana", "search", "not listened to");
    var sealed = database.column("SELECT HEX(sealed) FROM office.audit").getFirst();
    var bytes = HexFormat.of().parseHex(sealed);
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("listened");
    assertThat(Auditor.read(folder(), bytes)).isEqualTo("not listened to");
  }

  @Test
  void only_the_owner_can_read_the_keys() throws Exception {
    for (var file : new String[] {AuditorKeys.PRIVATE_FILE, AuditorKeys.PUBLIC_FILE}) {
      assertThat(
              java.nio.file.attribute.PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder().resolve(file))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void without_a_public_key_nothing_starts(@org.junit.jupiter.api.io.TempDir Path nothing) {
    assertThatThrownBy(() -> AuditorKeys.publicIn(nothing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("hearback.keys.folder");
  }

  private void three() {
    for (int i = 0; i < 3; i++) {
      audit.record("ana", "search", "words " + i);
    }
  }

  private static Seal anySeal() {
    AuditorKeys.makeIn(folder());
    return new Seal(AuditorKeys.publicIn(folder()));
  }

  private static Path folder() {
    return Path.of(TestDatabase.properties().get("hearback.keys.folder"));
  }
}
