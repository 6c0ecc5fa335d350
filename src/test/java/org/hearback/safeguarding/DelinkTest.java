package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.hearback.Desk;
import org.hearback.Phone;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.answer.HoldKey;
import org.hearback.answer.KeyFolder;
import org.hearback.answer.KeyMissing;
import org.hearback.answer.Week;
import org.hearback.audit.Auditor;
import org.hearback.form.Forms;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.OpenLink;
import org.hearback.invitation.OpenLinks;
import org.hearback.journey.ServiceAreas;
import org.hearback.response.DelinkJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The way out of the bridge: not before the window, never fewer than ten, never twice, and then no
 * way back.
 */
class DelinkTest {
  private TestHouse house;
  private Phone phone;

  @BeforeEach
  void open() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    phone = new Phone(house.address());
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** Whoever holds or unlocks one has its lock before the draw, and may not be overlooked. */
  @Test
  void an_answer_that_somebody_keeps_in_the_same_moment_stays() throws Exception {
    answered(10);
    house.clock().pass(Duration.ofDays(14));
    var envelope = house.database().column("SELECT MAX(id) FROM bridge.envelope").getFirst();
    try (var holder = house.database().keeper();
        var statement = holder.createStatement();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      holder.setAutoCommit(false);
      statement.executeQuery(
          "SELECT state FROM bridge.clearing WHERE envelope = '" + envelope + "' FOR UPDATE");
      var drawn = threads.submit(() -> house.get(DelinkJob.class).run());
      Thread.sleep(1500); // it waits for the lock by then
      assertThat(drawn.isDone()).isFalse();
      statement.executeUpdate(
          "INSERT INTO bridge.hold (envelope, key_name, reason, ends_at) VALUES ('"
              + envelope
              + "', '"
              + HoldKey.fresh(new SecureRandom()).name()
              + "', 'court', '2099-01-01 00:00:00')");
      holder.commit();
      assertThat(drawn.get()).isZero();
    }
    assertThat(count("feedback.response")).isZero();
    assertThat(count("bridge.envelope")).isEqualTo(10);
  }

  @Test
  void ten_cleared_answers_leave_together_when_their_window_is_over() throws Exception {
    answered(10);
    var envelopes = house.database().column("SELECT id FROM bridge.envelope");
    house.clock().pass(Duration.ofDays(13));
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isZero();
    house.clock().pass(Duration.ofDays(1));
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isEqualTo(10);
    assertThat(count("bridge.envelope")).isZero();
    assertThat(count("bridge.clearing")).isZero();
    assertThat(count("bridge.batch")).isZero();
    assertThat(house.database().column("SELECT act FROM office.audit"))
        .as("one row a batch")
        .containsExactly("de-linked");
    assertThat(Auditor.last(house, "de-linked"))
        .matches("10 in batch [0-9a-f-]{36}")
        .doesNotContain(envelopes)
        .doesNotContain(house.database().column("SELECT id FROM feedback.response"));
  }

  @Test
  void one_that_cannot_be_read_keeps_no_other() throws Exception {
    answered(11);
    var torn = house.database().column("SELECT MIN(id) FROM bridge.envelope").getFirst();
    house
        .database()
        .execute("UPDATE bridge.envelope SET body = REVERSE(body) WHERE id = '" + torn + "'");
    house.clock().pass(Duration.ofDays(15));
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isEqualTo(10);
    assertThat(house.database().column("SELECT id FROM bridge.envelope"))
        .as("and is not lost")
        .containsExactly(torn);
  }

  @Test
  void nine_wait_however_long() throws Exception {
    answered(9);
    house.clock().pass(Duration.ofDays(300));
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isZero();
    assertThat(count("bridge.envelope")).isEqualTo(9);
  }

  @Test
  void an_answer_with_words_waits_for_its_reader() throws Exception {
    for (var token : house.invited(10)) {
      phone.send(phone.open(token), Map.of("listened", "agree", "change", "More time."));
    }
    house.get(OpenJob.class).run();
    house.clock().pass(Duration.ofDays(60));
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isZero();
    assertThat(Desk.of(house, Role.READER, Set.of("en")).clearAll()).isEqualTo(10);
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isEqualTo(10);
  }

  @Test
  void a_worry_that_was_not_shared_is_flagged_read_and_never_stored() throws Exception {
    var start = house.clock().instant();
    for (var token : house.invited(10, "conference-partner", "PARTNER", "", "M6", "en", start)) {
      var sent = phone.send(phone.open(token), Map.of("view", "agree", "worry", "yes"));
      assertThat(sent.body()).contains("This form is not a referral", "tel:999");
    }
    assertThat(house.database().column("SELECT DISTINCT level FROM bridge.envelope"))
        .containsExactly("amber");
    house.get(OpenJob.class).run();
    assertThat(Desk.of(house, Role.READER, Set.of("en")).clearAll()).isEqualTo(10);
    house.clock().pass(Duration.ofDays(15));
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isEqualTo(10);
    assertThat(house.database().column("SELECT DISTINCT question FROM feedback.tick"))
        .containsExactly("view");
    assertThat(house.database().column("SELECT DISTINCT item FROM feedback.item"))
        .containsExactly("LISTENED");
  }

  @Test
  void open_answers_leave_in_batches_of_their_own_and_count_as_nobodys_who_was_asked()
      throws Exception {
    var poster = poster();
    var token = LinkToken.read(poster.code()).orElseThrow();
    for (var asked : house.invited(10).subList(0, 9)) {
      phone.send(phone.open(asked), Map.of("listened", "agree"));
      phone.send(phone.open(token), Map.of("listened", "agree"));
    }
    house.get(OpenJob.class).run();
    house.clock().pass(Duration.ofDays(15));
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).as("nine of each, and no ten").isZero();
    phone.send(phone.open(token), Map.of("listened", "agree"));
    house.get(OpenJob.class).run();
    house.clock().pass(Duration.ofDays(15));
    house.get(DelinkJob.class).run();
    assertThat(
            house
                .database()
                .column(
                    "SELECT DISTINCT CONCAT_WS('|', form, area, audience, age_band, milestone,"
                        + " period, language) FROM feedback.response"))
        .containsExactly("service-parent|" + poster.area() + "|PARENT||open|2026|");
    assertThat(count("feedback.response")).isEqualTo(10);
    assertThat(count("feedback.counter")).isZero();
    assertThat(count("bridge.envelope")).as("the others wait for their tenth").isEqualTo(9);
  }

  /** The log shows which envelope was queued for a reader, and which response has a comment. */
  @Test
  void nine_with_words_and_nine_without_wait_for_a_tenth_of_their_own() throws Exception {
    var asked = house.invited(20);
    for (int person = 0; person < 18; person++) {
      phone.send(
          phone.open(asked.get(person)),
          person % 2 == 0
              ? Map.of("listened", "agree")
              : Map.of("listened", "agree", "change", "Ring back."));
    }
    house.get(OpenJob.class).run();
    Desk.of(house, Role.READER, Set.of("en")).clearAll();
    house.clock().pass(Duration.ofDays(60));
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isZero();
    house.get(KeyJob.class).run();
    var late = house.clock().instant();
    var tenth = house.invited(1, "assessment-parent", "PARENT", "", "M3", "en", late).getFirst();
    phone.send(phone.open(tenth), Map.of("listened", "agree"));
    house.get(OpenJob.class).run();
    house.clock().pass(Duration.ofDays(14));
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isEqualTo(10);
    assertThat(count("feedback.comment")).isZero();
  }

  @Test
  void what_a_turn_of_the_year_leaves_behind_goes_without_its_time_and_its_keys_with_it()
      throws Exception {
    var week = Week.of(house.clock().instant());
    answered(6);
    house.clock().pass(Duration.ofDays(50)); // 12 January
    house.get(KeyJob.class).run();
    var january = house.clock().instant();
    for (var token : house.invited(6, "assessment-parent", "PARENT", "", "M3", "en", january)) {
      phone.send(phone.open(token), Map.of("listened", "agree"));
    }
    house.get(OpenJob.class).run();
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).as("six of each year").isZero();
    house.clock().pass(Duration.ofDays(14));
    house.get(DelinkJob.class).run();
    assertThat(labels())
        .containsExactly(house.get(ServiceAreas.class).council() + "|PARENT|late|2027||");
    assertThat(count("feedback.response"))
        .as("the six, and four who keep them company")
        .isEqualTo(10);
    assertThat(count("feedback.tick")).as("nothing beside it tells its milestone").isZero();
    assertThat(count("feedback.counter")).isZero();
    assertThat(count("bridge.envelope")).isEqualTo(2);
    assertThat(house.get(KeyFolder.class).privateKey(week)).doesNotExist();
  }

  private List<String> labels() throws Exception {
    return house
        .database()
        .column(
            "SELECT DISTINCT CONCAT_WS('|', area, audience, milestone, period, language, form)"
                + " FROM feedback.response");
  }

  private OpenLink poster() {
    var areas = house.get(ServiceAreas.class);
    var leaf =
        areas.parents().keySet().stream()
            .filter(key -> areas.children(key).isEmpty())
            .sorted()
            .findFirst()
            .orElseThrow();
    var form = house.get(Forms.class).find("service-parent", 1).orElseThrow();
    return house.get(OpenLinks.class).make(OpenLink.Kind.POSTER, "a wall", leaf, form, "en");
  }

  @Test
  void a_crash_after_the_responses_are_stored_doubles_nothing() throws Exception {
    answered(12);
    house.clock().pass(Duration.ofDays(15));
    // the crash: the batch is stored, the responses are in, the envelopes are still there
    delinkCrashesAt("bridge", "DELETE ON bridge.clearing");
    assertThat(count("feedback.response")).isEqualTo(12);
    assertThat(count("bridge.envelope")).isEqualTo(12);
    assertThat(count("bridge.batch")).isEqualTo(1);
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isEqualTo(12);
    assertThat(sum("SELECT SUM(answered) FROM feedback.counter")).isEqualTo(12);
    assertThat(count("bridge.envelope")).isZero();
  }

  @Test
  void a_crash_in_the_middle_of_storing_leaves_nothing_and_is_finished_later() throws Exception {
    answered(12);
    house.clock().pass(Duration.ofDays(15));
    delinkCrashesAt("feedback", "INSERT ON feedback.item");
    assertThat(count("feedback.response")).isZero();
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response")).isEqualTo(12);
  }

  @Test
  void the_keys_of_a_week_go_with_its_last_envelope() throws Exception {
    var week = Week.of(house.clock().instant());
    var folder = house.get(KeyFolder.class);
    answered(10);
    assertThat(folder.privateKey(week)).exists();
    house.clock().pass(Duration.ofDays(15));
    house.get(DelinkJob.class).run();
    assertThat(folder.privateKey(week)).doesNotExist();
    assertThat(folder.publicKey(week)).doesNotExist();
    assertThatThrownBy(() -> house.get(WeekKeys.class).open(week, new byte[100], "anything"))
        .isInstanceOf(KeyMissing.class);
    try (var files = Files.walk(Path.of(folder.root().toString()))) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith(".new"))).isEmpty();
    }
  }

  @Test
  void a_service_on_another_database_destroys_no_key() throws Exception {
    var folder = house.get(KeyFolder.class);
    var keys = folder.keys();
    var bound = folder.owner().orElseThrow();
    house.clock().pass(Duration.ofDays(60)); // by now the keys of weeks without envelopes may go
    for (var other :
        List.of("DELETE FROM bridge.key_folder", "INSERT INTO bridge.key_folder VALUES (UUID())")) {
      house.database().execute(other);
      assertThatThrownBy(() -> house.get(KeyJob.class).run())
          .hasMessageContaining("belongs to another database");
    }
    assertThat(folder.keys()).isEqualTo(keys);
    house.database().execute("UPDATE bridge.key_folder SET id = '" + bound + "'");
    house.get(KeyJob.class).run();
    assertThat(folder.keys()).doesNotContainAnyElementsOf(keys);
  }

  @Test
  void a_database_whose_key_folder_is_not_mounted_gets_no_new_keys() throws Exception {
    var folder = house.get(KeyFolder.class);
    Files.delete(folder.root().resolve("weeks/database"));
    assertThatThrownBy(() -> house.get(KeyJob.class).run())
        .hasMessageContaining("no week keys of this database");
  }

  @Test
  void where_a_week_has_no_key_nothing_is_kept_and_the_page_says_that_nothing_was_sent()
      throws Exception {
    var token = house.invited(1).getFirst();
    var page = phone.open(token);
    Files.delete(house.get(KeyFolder.class).publicKey(Week.of(house.clock().instant())));
    var reply = phone.send(page, Map.of("listened", "agree"));
    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(reply.body()).contains("Nothing was sent", "999");
    assertThat(count("bridge.envelope")).isZero();
    assertThat(house.database().column("SELECT spent FROM vault.link")).containsExactly("0");
  }

  @Test
  void what_another_node_destroyed_is_not_kept_in_memory() throws Exception {
    var week = Week.of(house.clock().instant());
    answered(1);
    Files.delete(house.get(KeyFolder.class).privateKey(week));
    house.clock().pass(Duration.ofDays(9));
    house.get(KeyJob.class).run();
    assertThatThrownBy(() -> house.get(WeekKeys.class).open(week, new byte[100], "anything"))
        .isInstanceOf(KeyMissing.class);
  }

  @Test
  void an_answer_whose_link_is_forgotten_becomes_the_councils_behind_ten_whose_are_not()
      throws Exception {
    answered(10);
    house.clock().pass(Duration.ofDays(29));
    house.database().execute("DELETE FROM vault.link");
    house.get(DelinkJob.class).run();
    assertThat(count("feedback.response"))
        .as("an old log may tell that all ten are of one person")
        .isZero();
    for (var language : List.of("en", "ar")) {
      var asked =
          house.invited(
              12, "assessment-parent", "PARENT", "", "M3", language, house.clock().instant());
      for (var token : asked.subList(0, 5)) {
        phone.send(phone.open(token), Map.of("listened", "agree"));
      }
    }
    house.get(OpenJob.class).run();
    house.clock().pass(Duration.ofDays(15));
    house.get(DelinkJob.class).run();
    assertThat(labels())
        .containsExactly(house.get(ServiceAreas.class).council() + "|PARENT||2026||");
    assertThat(count("feedback.response")).isEqualTo(20);
  }

  @Test
  void a_response_keeps_one_label_and_the_core_items_with_their_least_good_answer()
      throws Exception {
    for (var token : house.invited(10)) {
      phone.send(
          phone.open(token), Map.of("listened", "strongly-agree", "child", "no", "since", "same"));
    }
    house.get(OpenJob.class).run();
    house.clock().pass(Duration.ofDays(15));
    house.get(DelinkJob.class).run();
    assertThat(
            house
                .database()
                .column(
                    "SELECT DISTINCT CONCAT_WS('|', audience, milestone, period, language, form)"
                        + " FROM feedback.response"))
        .containsExactly("PARENT|M3|2026-11|en|assessment-parent");
    assertThat(
            house
                .database()
                .column(
                    "SELECT DISTINCT CONCAT(item, '=', standing) FROM feedback.item ORDER BY 1"))
        .containsExactly("BETTER=middle", "LISTENED=poor");
  }

  private void answered(int people) throws Exception {
    for (var token : house.invited(people)) {
      assertThat(phone.send(phone.open(token), Map.of("listened", "agree")).statusCode())
          .isEqualTo(200);
    }
    house.get(OpenJob.class).run();
  }

  private void delinkCrashesAt(String schema, String statement) throws Exception {
    house
        .database()
        .execute(
            "CREATE TRIGGER %s.crash BEFORE %s FOR EACH ROW SIGNAL SQLSTATE '45000'"
                .formatted(schema, statement));
    try {
      assertThatThrownBy(() -> house.get(DelinkJob.class).run())
          .isInstanceOf(RuntimeException.class);
    } finally {
      house.database().execute("DROP TRIGGER " + schema + ".crash");
    }
  }

  private long count(String table) throws Exception {
    return sum("SELECT COUNT(*) FROM " + table);
  }

  private long sum(String sql) throws Exception {
    return Long.parseLong(house.database().column(sql).getFirst());
  }
}
