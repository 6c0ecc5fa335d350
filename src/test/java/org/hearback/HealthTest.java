package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hearback.theme.IndexJob;
import org.junit.jupiter.api.Test;

/** What a monitor reads, on a database of its own that is taken away and given back. */
class HealthTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void it_tells_of_sources_index_and_queues_and_of_nothing_else() throws Exception {
    try (var house = TestHouse.on(TestDatabase.shared())) {
      house.get(IndexJob.class).run();
      var idle = health(house, 200).at("/details/reading/details");
      assertThat(idle.get("oldestUnreadDays").intValue()).isZero();
      assertThat(idle.get("overdueMinutes").intValue()).isZero();
      assertThat(idle.get("withoutKey").intValue()).isZero();
      waiting(house.database(), "none");
      house.clock().pass(Duration.ofMinutes(5));
      var health = health(house, 200);
      assertThat(health.at("/status").textValue()).isEqualTo("UP");
      assertThat(health.at("/details/database/details").toString())
          .isEqualTo(
              "{\"analyst\":\"up\",\"clerk\":\"up\",\"collector\":\"up\",\"courier\":\"up\","
                  + "\"delinker\":\"up\",\"duty\":\"up\",\"link\":\"up\"}");
      assertThat(health.at("/details/index/details/behind").intValue()).isZero();
      assertThat(health.at("/details/reading/details/oldestUnreadDays").intValue()).isEqualTo(3);
      assertThat(health.at("/details/reading/details/overdueMinutes").intValue()).isEqualTo(95);
      assertThat(health.at("/details/reading/details/withoutKey").intValue()).isEqualTo(1);
      assertThat(health.at("/details/reading/details/unowned").intValue())
          .as("since it came on Friday, in hours at the desk")
          .isGreaterThan(60);
      assertThat(health.at("/details/reading/details/openLinkUnreadDays").intValue()).isZero();
      assertThat(health.at("/details/reading/details/holidaysKnownDays").intValue())
          .isGreaterThan(200);
      assertThat(health.at("/details/sending/details/oldestDueDays").intValue()).isEqualTo(2);
      assertThat(health.at("/details/retention/details/lastRunMinutes").intValue()).isEqualTo(5);
      assertThat(health.at("/details/retention/details/failed").intValue()).isZero();
      assertThat(health.get("details").fieldNames())
          .toIterable()
          .isSubsetOf(
              "database",
              "index",
              "reading",
              "sending",
              "retention",
              "unlock",
              "gracefulShutdown",
              "release",
              "contactRequests");
      nothingTold(health.toString());
    }
  }

  @Test
  void a_database_that_is_gone_is_503_and_its_return_needs_no_restart() throws Exception {
    var database = TestDatabase.start("health", List.of());
    try (var house = TestHouse.on(database)) {
      health(house, 200);
      var server = database.server().process();
      server.destroyForcibly();
      server.onExit().get(30, TimeUnit.SECONDS);
      var gone = health(house, 503);
      assertThat(gone.at("/details/database/details/duty").textValue()).isEqualTo("down");
      nothingTold(gone.toString());
      database = TestDatabase.start("health", List.of());
      await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> health(house, 200));
    } finally {
      database.server().close();
    }
  }

  /**
   * Unread for three days, overdue for an hour and a half, due for sending two days ago.
   *
   * @param level of what is unread
   */
  static void waiting(TestDatabase database, String level) throws Exception {
    database.execute(
        """
        INSERT INTO bridge.envelope
               (id, answer_mac, nonce_hash, withdrawal_mac, week, level, due_at, sent_on, body)
        VALUES (UUID(), REPEAT('a', 32), REPEAT('b', 32), REPEAT('c', 32), '2026-W47', '%s',
                NULL, '2026-11-20', 'sealed')
        """
            .formatted(level));
    database.execute(
        "INSERT INTO bridge.concern (envelope, level, due_at, state)"
            + " VALUES (UUID(), 'amber', '2026-11-23 08:30:00', 'open')");
    database.execute(
        "INSERT INTO office.job VALUES ('a-step', '2026-11-23 10:00:00', 'ok, 1 rows')");
    database.execute(
        """
        INSERT INTO vault.invitation (id, asked_key, person_id, route_id, event, milestone, audience,
                                      area, month, form, form_version, language, due_on, state)
        VALUES (UUID(), REPEAT('a', 32), 'p', 'p', UUID(), 'M3', 'parent', 'a', '', 'f', 1, 'en',
                '2026-11-21', 'waiting')
        """);
  }

  private static JsonNode health(TestHouse house, int status) throws Exception {
    HttpResponse<String> reply = new Phone(house.address()).get("/health");
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
    assertThat(reply.headers().firstValue("content-type").orElse("")).contains("json");
    return JSON.readTree(reply.body());
  }

  private static void nothingTold(String health) {
    assertThat(health)
        .doesNotContain(
            "jdbc", "127.0.0.1", "11.4", "MariaDB", "xception", "rror", "password", "a-step");
  }
}
