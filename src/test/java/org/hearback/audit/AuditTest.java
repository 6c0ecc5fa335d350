package org.hearback.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hearback.OnTestDatabase;
import org.hearback.SetClock;
import org.hearback.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(startApplication = false, transactional = false)
class AuditTest implements OnTestDatabase {
  private final TestDatabase database = TestDatabase.shared();
  @Inject Audit audit;
  @Inject AuditCheck check;
  @Inject AuditTail tail;
  @Inject AuditBodies bodies;
  @Inject SetClock clock;

  @BeforeEach
  void begin() {
    clock.set(SetClock.START);
  }

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
          "version = 1",
          "version = 3",
          "previous = REVERSE(previous)",
          "hash = REVERSE(hash)"
        }) {
      database.empty();
      three();
      database.execute("UPDATE office.audit SET " + change + " WHERE no = 2");
      assertThat(check.verify()).as(change).isEqualTo(broken(2, AuditCheck.Fault.LINK));
    }
  }

  @Test
  void a_body_that_is_not_the_one_of_its_row_is_named() throws Exception {
    three();
    database.execute("UPDATE office.audit SET body_hash = REVERSE(body_hash) WHERE no = 3");
    assertThat(check.verify()).isEqualTo(broken(3, AuditCheck.Fault.BODY_CHANGED));
    database.execute("UPDATE office.audit_body SET sealed = REVERSE(sealed) WHERE no = 2");
    assertThat(check.verify()).isEqualTo(broken(2, AuditCheck.Fault.BODY_CHANGED));
    var another = "SELECT sealed FROM office.audit_body WHERE no = 3";
    database.execute(
        "UPDATE office.audit SET body_hash = UNHEX(SHA2((" + another + "), 256)) WHERE no = 2");
    database.execute(
        "UPDATE office.audit_body SET sealed = (SELECT * FROM (" + another + ") it) WHERE no = 2");
    assertThat(check.verify()).as("both").isEqualTo(broken(2, AuditCheck.Fault.LINK));
  }

  @Test
  void bodies_go_after_24_months_and_the_chain_stands() throws Exception {
    three();
    var head = ((AuditCheck.Whole) check.verify()).head();
    clock.set(SetClock.START.atZone(ZoneOffset.UTC).plusMonths(24).toInstant());
    audit.record("ana", "search", "two years later");
    assertThat(bodies.drop(clock.instant())).as("a day is to spare").isZero();
    clock.pass(Duration.ofDays(2));
    assertThat(bodies.drop(clock.instant())).isEqualTo(3);
    assertThat(bodies.drop(clock.instant())).isZero();
    assertThat(database.column("SELECT no FROM office.audit_body")).containsExactly("4");
    assertThat(check.verify())
        .isInstanceOfSatisfying(
            AuditCheck.Whole.class,
            whole -> {
              assertThat(whole.rows()).isEqualTo(4);
              assertThat(whole.dropped()).isEqualTo(3);
            });
    assertThat(check.holds(head)).isTrue();
    database.execute("UPDATE office.audit SET actor = 'ben' WHERE no = 2");
    assertThat(check.verify()).isEqualTo(broken(2, AuditCheck.Fault.LINK));
  }

  @Test
  void a_body_that_is_gone_too_early_is_named() throws Exception {
    three();
    database.execute("DELETE FROM office.audit_body WHERE no = 2");
    assertThat(check.verify()).isEqualTo(broken(2, AuditCheck.Fault.BODY_MISSING));
    clock.set(SetClock.START.atZone(ZoneOffset.UTC).plusMonths(24).toInstant());
    assertThat(check.verify()).isEqualTo(broken(2, AuditCheck.Fault.BODY_MISSING));
    clock.pass(Duration.ofSeconds(1));
    assertThat(check.verify()).isInstanceOf(AuditCheck.Whole.class);
  }

  @Test
  void rows_of_before_bodies_stood_apart_are_carried_over_and_keep_their_bodies() throws Exception {
    OldAudit.carriedOver(database, anySeal(), 3);
    assertThat(database.column("SELECT DISTINCT version FROM office.audit")).containsExactly("1");
    assertThat(check.verify()).isInstanceOf(AuditCheck.Whole.class);
    three();
    assertThat(check.verify())
        .isInstanceOfSatisfying(
            AuditCheck.Whole.class, whole -> assertThat(whole.rows()).isEqualTo(6));
    clock.set(SetClock.START.atZone(ZoneOffset.UTC).plusMonths(30).toInstant());
    assertThat(bodies.drop(clock.instant())).isEqualTo(3);
    assertThat(database.column("SELECT no FROM office.audit_body ORDER BY no"))
        .containsExactly("1", "2", "3");
    assertThat(check.verify()).isInstanceOf(AuditCheck.Whole.class);
    database.execute("DELETE FROM office.audit_body WHERE no = 1");
    assertThat(check.verify()).isEqualTo(broken(1, AuditCheck.Fault.BODY_MISSING));
  }

  @Test
  void an_earlier_head_stands_in_the_chain_or_does_not() throws Exception {
    assertThat(check.holds(check.headBefore(clock.instant()))).as("of nothing").isTrue();
    three();
    var midnight = clock.instant().plusSeconds(1);
    var head = check.headBefore(midnight);
    clock.pass(Duration.ofHours(1));
    three();
    assertThat(head.no()).isEqualTo(3);
    assertThat(check.headBefore(midnight)).isEqualTo(head);
    assertThat(Head.read(head.toString())).contains(head);
    assertThat(check.holds(head)).isTrue();
    assertThat(check.holds(new Head(2, head.hash()))).isFalse();
    assertThat(check.holds(new Head(7, head.hash()))).isFalse();
    database.empty();
    three(); // written anew: whole, and another chain
    assertThat(check.verify()).isInstanceOf(AuditCheck.Whole.class);
    assertThat(check.holds(head)).isFalse();
    for (var none : new String[] {"", "3", "3:ab", "x:" + head.hash(), head + "0"}) {
      assertThat(Head.read(none)).as(none).isEmpty();
    }
  }

  @Test
  void a_letter_moved_between_two_columns_is_found() throws Exception {
    three();
    database.execute("UPDATE office.audit SET actor = 'an', act = 'asearch' WHERE no = 2");
    assertThat(check.verify()).isEqualTo(broken(2, AuditCheck.Fault.LINK));
  }

  @Test
  void a_row_taken_out_is_found_at_the_next() throws Exception {
    three();
    database.execute("DELETE FROM office.audit WHERE no = 2");
    assertThat(check.verify()).isEqualTo(broken(3, AuditCheck.Fault.LINK));
    database.execute("DELETE FROM office.audit WHERE no = 1");
    assertThat(check.verify()).isEqualTo(broken(3, AuditCheck.Fault.LINK));
  }

  @Test
  void rows_cut_off_the_end_show_against_an_earlier_head() throws Exception {
    three();
    var before = check.verify();
    database.execute("DELETE FROM office.audit WHERE no = 3");
    assertThat(check.verify()).isInstanceOf(AuditCheck.Whole.class).isNotEqualTo(before);
  }

  @Test
  void the_service_itself_can_neither_change_nor_delete_and_may_drop_bodies() throws Exception {
    three();
    try (var clerk = database.as("clerk");
        var statement = clerk.createStatement()) {
      assertThatThrownBy(() -> statement.execute("UPDATE office.audit SET actor = ''"))
          .hasMessageContaining("denied");
      assertThatThrownBy(() -> statement.execute("DELETE FROM office.audit"))
          .hasMessageContaining("denied");
      assertThatThrownBy(() -> statement.execute("UPDATE office.audit_body SET sealed = ''"))
          .hasMessageContaining("denied");
      assertThat(statement.executeUpdate("DELETE FROM office.audit_body")).isEqualTo(3);
    }
  }

  @Test
  void only_the_auditor_can_read_on_what() throws Exception {
    audit.record("ana", "search", "not listened to");
    var sealed = database.column("SELECT HEX(sealed) FROM office.audit_body").getFirst();
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

  private static AuditCheck.Broken broken(long no, AuditCheck.Fault fault) {
    return new AuditCheck.Broken(no, fault);
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
