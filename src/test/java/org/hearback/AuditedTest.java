package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearback.access.Role;
import org.hearback.audit.Audit;
import org.hearback.audit.AuditCheck;
import org.hearback.audit.Auditor;
import org.hearback.audit.AuditorKeys;
import org.hearback.journey.Import;
import org.hearback.safeguarding.OpenJob;
import org.hearback.safeguarding.TallyJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is on the record and what is not, who is told of it, and how the auditor reads it. */
class AuditedTest {
  @RegisterExtension static final OneHouse ONE = new OneHouse();

  private final TestHouse house = ONE.get();
  private final TestDatabase database = house.database();
  private final List<String> printed = new ArrayList<>();

  @Test
  void nothing_is_recorded_when_somebody_sends() throws Exception {
    sent(2, Map.of("listened", "agree", "change", "More time."));
    sent(1, Map.of("listened", "agree", "change", "He hits me."));
    house.get(OpenJob.class).run();
    assertThat(database.column("SELECT COUNT(*) FROM bridge.envelope")).containsExactly("3");
    assertThat(database.column("SELECT act FROM office.audit")).isEmpty();
    assertThat(database.column("SELECT no FROM office.audit_body")).isEmpty();
  }

  @Test
  void what_a_reader_clears_is_one_row_a_day_with_how_many_at_each_level() throws Exception {
    sent(4, Map.of("change", "More time."));
    house.get(OpenJob.class).run();
    var desk = Desk.of(house, Role.READER, Set.of("en"));
    var waiting = desk.waiting();
    clear(desk, waiting.get(0), "amber");
    clear(desk, waiting.get(1), "none");
    clear(desk, waiting.get(2), "none");
    var sheet = "/office/clearing/" + waiting.get(3);
    assertThat(
            desk.post(sheet, sheet, Map.of("risk", "none", "take-change", "not there"))
                .statusCode())
        .isEqualTo(422);
    assertThat(tally())
        .as("what was not cleared is not counted")
        .containsExactly("amber 1", "none 2");
    house.get(TallyJob.class).run();
    assertThat(acts()).as("the day goes on").containsExactly("sign-in");
    house.clock().pass(Duration.ofDays(1));
    house.get(TallyJob.class).run();
    house.get(TallyJob.class).run();
    assertThat(acts()).containsExactly("sign-in", "cleared");
    assertThat(tally()).isEmpty();
    assertThat(Auditor.last(house, "cleared"))
        .matches("2026-11-23\namber 1 [0-9a-f-]{36}\nnone 2 [0-9a-f-]{36}")
        .doesNotContain(waiting);
    assertThat(database.column("SELECT DISTINCT actor FROM office.audit")).hasSize(1);
  }

  @Test
  void a_day_that_a_crash_has_left_between_is_written_again_under_the_same_ids() throws Exception {
    sent(1, Map.of("change", "More time."));
    house.get(OpenJob.class).run();
    var desk = Desk.of(house, Role.READER, Set.of("en"));
    clear(desk, desk.waiting().getFirst(), "none");
    database.execute("CREATE TABLE bridge.left_by_a_crash AS SELECT * FROM bridge.clearing_tally");
    try {
      house.clock().pass(Duration.ofDays(1));
      house.get(TallyJob.class).run();
      var first = Auditor.last(house, "cleared");
      database.execute("INSERT INTO bridge.clearing_tally SELECT * FROM bridge.left_by_a_crash");
      house.get(TallyJob.class).run();
      assertThat(acts()).containsExactly("sign-in", "cleared", "cleared");
      assertThat(Auditor.last(house, "cleared")).isEqualTo(first);
    } finally {
      database.execute("DROP TABLE bridge.left_by_a_crash");
    }
  }

  @Test
  void a_file_that_is_taken_in_is_on_the_record(@TempDir Path folder) throws Exception {
    var lines = "person_id,a column too few\n".getBytes(StandardCharsets.UTF_8);
    house.get(Import.class).bytes("contacts.csv", lines);
    assertThat(acts()).as("a refused one changes nothing").isEmpty();
    var file = folder.resolve("ssd_cin_assessments.csv");
    house.get(Import.class).file(PathFiles.assessments(file, 1, 2));
    assertThat(acts()).containsExactly("file-taken");
    assertThat(Auditor.last(house, "file-taken")).isEqualTo("ssd_cin_assessments.csv, lines: 2");
  }

  @Test
  void the_reviewers_sheet_counts_each_act_of_its_month_and_leaves_none_out() throws Exception {
    var audit = house.get(Audit.class);
    audit.record("r", "raw-words-shown", "an id");
    audit.record("r", "raw-words-shown", "an id");
    audit.record("l", "unlock-granted", "an id");
    audit.record("l", "a-new-act", "");
    house.clock().pass(Duration.ofDays(20));
    audit.record("r", "raw-words-shown", "another month");
    var desk = Desk.of(house, Role.REVIEWER, Set.of("en"));
    assertThat(desk.get("/office/review").body())
        .containsSubsequence("December 2026", "November 2026")
        .doesNotContain("October 2026");
    assertThat(desk.get("/office/review/2026-11").body())
        .containsPattern("Words shown as written</th>\\s*<td[^>]*>2<")
        .containsPattern("Unlocks granted</th>\\s*<td[^>]*>1<")
        .containsPattern("Searches</th>\\s*<td[^>]*>0<")
        .contains("The record calls it “a-new-act”.")
        .contains("Yes. When this page was made, 13 December 2026, 10:00, each of its 6 rows")
        .contains(((AuditCheck.Whole) house.get(AuditCheck.class).verify()).head().toString())
        .doesNotContain("This month goes on");
    assertThat(desk.get("/office/review/2026-12").body())
        .contains("This month goes on")
        .containsPattern("Sign-ins</th>\\s*<td[^>]*>1<");
    for (var none : List.of("2026-10", "2027-01", "2026-13")) {
      assertThat(desk.get("/office/review/" + none).statusCode()).as(none).isEqualTo(404);
    }
    database.execute("UPDATE office.audit SET act = 'search' WHERE no = 2");
    assertThat(desk.get("/office/review/2026-11").body())
        .contains("No. When this page was made")
        .contains("broke at row 2");
  }

  @Test
  void only_a_reviewer_sees_the_sheet_and_a_reviewer_sees_nothing_else() throws Exception {
    for (var role : Role.values()) {
      var seen = Desk.of(house, role, Set.of("en")).get("/office/review");
      assertThat(seen.statusCode()).as("%s", role).isEqualTo(role == Role.REVIEWER ? 200 : 303);
    }
    var reviewer = Desk.of(house, Role.REVIEWER, Set.of("en"));
    for (var page :
        List.of("/office/clearing", "/office/search", "/office/areas", "/office/paper")) {
      assertThat(reviewer.get(page).headers().firstValue("Location"))
          .as(page)
          .hasValue("/office/forbidden");
    }
  }

  @Test
  void the_command_says_whether_the_chain_is_whole_and_an_earlier_head_stands() throws Exception {
    var audit = house.get(Audit.class);
    audit.record("ana", "search", "first");
    audit.record("ana", "search", "second");
    var head = house.get(AuditCheck.class).headBefore(house.clock().instant().plusSeconds(1));
    audit.record("ana", "search", "third");
    assertThat(command("verify")).isTrue();
    assertThat(printed)
        .contains("whole", "rows: 3", "bodies dropped after 24 months: 0")
        .anyMatch(line -> line.matches("head: 3:[0-9a-f]{64}"));
    assertThat(command("verify", "--head", head.toString())).isTrue();
    assertThat(printed).contains("head 2 stands in this chain");
    assertThat(command("verify", "--head", "1:" + head.hash())).isFalse();
    assertThat(printed)
        .contains("whole")
        .anyMatch(line -> line.startsWith("head 1 does not stand"));
    database.execute("DELETE FROM office.audit_body WHERE no = 2");
    assertThat(command("verify")).isFalse();
    assertThat(printed).containsExactly("broken at row 2: its sealed body is gone before its time");
  }

  @Test
  void the_auditor_reads_the_bodies_and_that_is_on_the_record(@TempDir Path elsewhere)
      throws Exception {
    var audit = house.get(Audit.class);
    audit.record("ana", "search", "late\u001b[2J \u202eagain\narea=north");
    house.clock().pass(Duration.ofDays(1));
    audit.record("ana", "read-response", "an id");
    house.clock().pass(Duration.ofDays(1));
    audit.record("ana", "search", "مترجم");
    var key = keys().resolve(AuditorKeys.PRIVATE_FILE).toString();
    assertThat(command("read", "--key", key, "--to", "2026-11-24")).isTrue();
    assertThat(printed)
        .containsExactly(
            "1  2026-11-23 10:00:00  ana  search",
            "    late·[2J ·again",
            "    area=north",
            "2  2026-11-24 10:00:00  ana  read-response",
            "    an id");
    command("read", "--key", key, "--from", "2026-11-25");
    assertThat(printed).contains("    مترجم").doesNotContain("    an id");
    assertThat(database.column("SELECT COUNT(*) FROM office.audit WHERE act = 'audit-read'"))
        .containsExactly("2");
    AuditorKeys.makeIn(elsewhere);
    command("read", "--key", elsewhere.resolve(AuditorKeys.PRIVATE_FILE).toString());
    assertThat(printed).contains("    (sealed to another key)").doesNotContain("    an id");
  }

  @Test
  void what_is_no_such_command_is_refused_with_what_is_missing(@TempDir Path empty) {
    for (var wrong :
        List.of(
            List.<String>of(),
            List.of("mend"),
            List.of("read"),
            List.of("verify", "--head"),
            List.of("verify", "--head", "12"),
            List.of("verify", "--key", "x"),
            List.of("read", "--key", empty.resolve("none.json").toString()),
            List.of("read", "--key", "x", "--from", "yesterday"))) {
      assertThatThrownBy(() -> command(wrong.toArray(String[]::new)))
          .as("%s", wrong)
          .isInstanceOf(StartRefused.class);
    }
  }

  private boolean command(String... arguments) {
    printed.clear();
    return AuditCommand.of(house.context(), printed::add).run(List.of(arguments));
  }

  private void sent(int people, Map<String, String> answers) throws Exception {
    var phone = new Phone(house.address());
    for (var token : house.invited(people)) {
      assertThat(phone.send(phone.open(token), answers).statusCode()).isEqualTo(200);
    }
  }

  private static void clear(Desk desk, String id, String risk) throws Exception {
    var sheet = "/office/clearing/" + id;
    assertThat(desk.post(sheet, sheet, Map.of("risk", risk)).statusCode()).isEqualTo(303);
  }

  private List<String> tally() throws Exception {
    return database.column(
        "SELECT CONCAT(level, ' ', answers) FROM bridge.clearing_tally ORDER BY level");
  }

  private List<String> acts() throws Exception {
    return database.column("SELECT act FROM office.audit ORDER BY no");
  }

  private Path keys() {
    return Path.of(house.context().getRequiredProperty("hearback.keys.folder", String.class));
  }
}
