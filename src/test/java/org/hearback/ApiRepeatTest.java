package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearback.ApiClient.EVENTS;
import static org.hearback.ApiClient.assessment;
import static org.hearback.ApiClient.list;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hearback.access.ApiKeys;
import org.hearback.retention.RetentionJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request that comes twice: one after the other, at once, at two nodes, after a restart. */
class ApiRepeatTest {
  private static final String BODY =
      list(
          assessment("a1", "c1", "2026-11-20", "FH-N1"),
          assessment("a2", "c2", "2026-11-20", "NOBODY"));

  private Map<String, Object> settings;
  private TestHouse house;
  private String key;
  private ApiClient client;

  @BeforeEach
  void open() throws Exception {
    var folder = Files.createDirectories(Path.of("target/houses").toAbsolutePath());
    settings =
        Map.of("hearback.keys.folder", Files.createTempDirectory(folder, "repeat").toString());
    house = TestHouse.on(TestDatabase.shared(), settings);
    key = house.get(ApiKeys.class).make("feed", List.of("events"));
    client = new ApiClient(house.address(), key);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void the_same_again_gets_the_same_answer_and_is_done_once() throws Exception {
    var first = client.post(EVENTS, BODY, "Idempotency-Key", "one");
    var second = client.post(EVENTS, BODY, "Idempotency-Key", "one");
    assertThat(first.outcomes()).containsExactly("changed", "quarantined unknown-team");
    assertThat(second.http().body()).isEqualTo(first.http().body());
    assertThat(first.http().headers().firstValue("Idempotent-Replayed")).isEmpty();
    assertThat(second.http().headers().firstValue("Idempotent-Replayed")).hasValue("true");
    assertThat(client.post(EVENTS, BODY).outcomes()).startsWith("unchanged");
    assertThat(audits()).as("a repeated answer changes nothing").isEqualTo(2);
  }

  @Test
  void another_body_under_the_same_key_is_refused_whoever_else_may_have_the_key() throws Exception {
    client.post(EVENTS, BODY, "Idempotency-Key", "one");
    client
        .post(EVENTS, BODY + " ", "Idempotency-Key", "one")
        .problem(422, "idempotency-key-reused");
    var other = ApiClient.of(house, "other");
    assertThat(other.post(EVENTS, BODY + " ", "Idempotency-Key", "one").status()).isEqualTo(200);
  }

  @Test
  void what_was_refused_was_not_done_and_its_key_is_free() throws Exception {
    client.post(EVENTS, "{", "Idempotency-Key", "one").problem(400, "json");
    assertThat(client.post(EVENTS, BODY, "Idempotency-Key", "one").status()).isEqualTo(200);
    client.post(EVENTS, BODY, "Idempotency-Key", "x".repeat(129)).problem(400, "idempotency-key");
  }

  @Test
  void while_it_is_being_done_the_same_gets_409_here_and_at_another_node() throws Exception {
    try (var other = TestHouse.over(TestDatabase.shared(), settings);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var keeper = house.database().keeper();
        var statement = keeper.createStatement()) {
      keeper.setAutoCommit(false);
      statement.execute("INSERT INTO vault.intake_turn (only) VALUES (1)");
      Callable<ApiClient.Reply> send = () -> client.post(EVENTS, BODY, "Idempotency-Key", "one");
      var first = threads.submit(send);
      long until = System.nanoTime() + Duration.ofSeconds(9).toNanos();
      while (house
          .database()
          .column("SELECT 1 FROM information_schema.innodb_trx" + " WHERE trx_state = 'LOCK WAIT'")
          .isEmpty()) {
        assertThat(System.nanoTime()).as("the first waits for its turn").isLessThan(until);
        // The server refreshes this table only for who has not asked for a tenth of a second.
        Thread.sleep(200);
      }
      var here = client.post(EVENTS, BODY, "Idempotency-Key", "one");
      here.problem(409, "in-flight");
      assertThat(here.http().headers().firstValue("Retry-After")).isPresent();
      new ApiClient(other.address(), key)
          .post(EVENTS, BODY, "Idempotency-Key", "one")
          .problem(409, "in-flight");
      keeper.commit();
      assertThat(first.get().outcomes()).startsWith("changed");
      assertThat(
              new ApiClient(other.address(), key)
                  .post(EVENTS, BODY, "Idempotency-Key", "one")
                  .http()
                  .body())
          .isEqualTo(first.get().http().body());
    }
  }

  @Test
  void who_waits_too_long_for_a_turn_is_told_to_come_again() throws Exception {
    try (var keeper = house.database().keeper();
        var statement = keeper.createStatement()) {
      keeper.setAutoCommit(false);
      statement.execute("INSERT INTO vault.intake_turn (only) VALUES (1)");
      client.post(EVENTS, BODY, "Idempotency-Key", "one").problem(503, "busy");
    }
    assertThat(client.post(EVENTS, BODY, "Idempotency-Key", "one").outcomes())
        .startsWith("changed");
  }

  @Test
  void many_at_once_about_the_same_are_done_one_after_the_other() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var replies =
          threads.invokeAll(
              IntStream.range(0, 24)
                  .<Callable<ApiClient.Reply>>mapToObj(i -> () -> client.post(EVENTS, BODY))
                  .toList());
      long changed = 0;
      for (var reply : replies) {
        changed += reply.get().outcomes().stream().filter("changed"::equals).count();
      }
      assertThat(changed).isEqualTo(1);
    }
  }

  @Test
  void a_restart_forgets_nothing() throws Exception {
    var first = client.post(EVENTS, BODY, "Idempotency-Key", "one");
    var now = house.clock().instant();
    house.close();
    house = TestHouse.over(TestDatabase.shared(), settings);
    house.clock().set(now.plus(Duration.ofHours(23)));
    var second = new ApiClient(house.address(), key).post(EVENTS, BODY, "Idempotency-Key", "one");
    assertThat(second.http().body()).isEqualTo(first.http().body());
    assertThat(second.http().headers().firstValue("Idempotent-Replayed")).hasValue("true");
  }

  @Test
  void an_answer_is_kept_for_a_day_and_forgotten_on_the_second_midnight() throws Exception {
    house.clock().set(Instant.parse("2026-11-23T23:59:00Z"));
    client.post(EVENTS, BODY, "Idempotency-Key", "one");
    house.clock().set(Instant.parse("2026-11-24T23:59:59Z"));
    house.get(RetentionJob.class).run();
    assertThat(client.post(EVENTS, BODY, "Idempotency-Key", "one").outcomes())
        .startsWith("changed");
    house.clock().set(Instant.parse("2026-11-25T00:00:00Z"));
    assertThat(client.post(EVENTS, BODY, "Idempotency-Key", "one").outcomes())
        .as("as if it came for the first time, whether or not the job has run")
        .startsWith("unchanged");
    house.clock().set(Instant.parse("2026-11-27T00:00:00Z"));
    house.get(RetentionJob.class).run();
    assertThat(house.database().column("SELECT 1 FROM vault.api_request")).isEmpty();
  }

  private long audits() throws Exception {
    return house.database().column("SELECT no FROM office.audit WHERE actor = 'api:feed'").size();
  }
}
