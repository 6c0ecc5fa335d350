package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.hearback.access.Role;
import org.hearback.invitation.LinkToken;
import org.hearback.response.DelinkJob;
import org.hearback.safeguarding.OpenJob;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Promise 2 against kill -9: two hundred people press Send at once, eighty every day, and in the
 * middle of it the service dies, or the database. Whoever saw the thank-you page has exactly one
 * envelope afterwards, and after de-link exactly one response.
 */
class KillTest {
  private static final int MANY = 200;
  private static final int SOME = 80;

  @Test
  @Tag("everyday")
  void nothing_acknowledged_is_lost_when_the_service_is_killed() throws Exception {
    killService(SOME);
  }

  @Test
  @Tag("full")
  void nor_is_it_when_two_hundred_press_send_at_once() throws Exception {
    killService(MANY);
  }

  @Test
  @Tag("everyday")
  void nothing_acknowledged_is_lost_when_the_database_is_killed() throws Exception {
    killDatabase(SOME);
  }

  @Test
  @Tag("full")
  void nor_is_it_when_two_hundred_wait_for_that_database() throws Exception {
    killDatabase(MANY);
  }

  private static void killService(int people) throws Exception {
    var scene = Scene.make("kill-service", people);
    try (var service = scene.start()) {
      var outcome = scene.everybodySends(service, service::kill);
      assertThat(outcome.acknowledged()).hasSizeBetween(1, people - 1);
      try (var again = scene.start()) {
        scene.retry(again, outcome);
      }
    }
    scene.countToTheEnd();
  }

  private static void killDatabase(int people) throws Exception {
    var scene = Scene.make("kill-database", people);
    try (var service = scene.start()) {
      var outcome =
          scene.everybodySends(
              service, () -> scene.database().server().process().destroyForcibly());
      assertThat(outcome.acknowledged()).hasSizeBetween(1, people - 1);
      var refused =
          new Phone(service.address()).get("/" + outcome.pages().getFirst().token().secret());
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.body()).contains("999").doesNotContain("Exception");
      scene.restartDatabase();
      // the same service, not started again
      service.await(
          "/" + outcome.pages().getLast().token().secret() + "?stop", Duration.ofSeconds(60));
      scene.retry(service, outcome);
    }
    scene.countToTheEnd();
  }

  private record Outcome(List<Phone.Opened> pages, Set<LinkToken> acknowledged) {}

  private interface Blow {
    void strike() throws InterruptedException;
  }

  /** A server and keys of their own, and people with links. */
  private static final class Scene {
    private final String name;
    private final int people;
    private final Path keys;
    private TestDatabase database;

    private Scene(String name, int people, Path keys, TestDatabase database) {
      this.name = name;
      this.people = people;
      this.keys = keys;
      this.database = database;
    }

    static Scene make(String name, int people) throws Exception {
      var keys = Files.createDirectories(Path.of("target/houses").toAbsolutePath());
      var database = TestDatabase.start(name, List.of());
      var folder = Files.createTempDirectory(keys, name);
      TestHouse.on(database, Map.of("hearback.keys.folder", folder.toString()))
          .close(); // makes the keys
      return new Scene(name, people, folder, database);
    }

    TestDatabase database() {
      return database;
    }

    void restartDatabase() {
      database = TestDatabase.start(name, List.of());
    }

    ServiceProcess start() throws IOException, InterruptedException {
      var properties = new HashMap<>(database.configuration());
      properties.remove("hearback.http.port");
      properties.put("hearback.keys.folder", keys.toString());
      properties.put("hearback.index.folder", keys.resolve("index").toString());
      properties.put("hearback.address", "https://views.example.gov.uk");
      properties.put("hearback.database.passwords.migrator", database.password("migrator"));
      return ServiceProcess.start(name, ServiceProcess.freePort(), properties);
    }

    Outcome everybodySends(ServiceProcess service, Blow blow) throws Exception {
      List<LinkToken> tokens;
      try (var house = TestHouse.over(database, Map.of("hearback.keys.folder", keys.toString()))) {
        tokens = house.invited(people, Duration.ofDays(28));
      }
      var phone = new Phone(service.address());
      var pages = new ArrayList<Phone.Opened>();
      for (var token : tokens) {
        pages.add(phone.open(token));
      }
      Set<LinkToken> acknowledged = ConcurrentHashMap.newKeySet();
      var struck = new CountDownLatch(1);
      try (var threads = Executors.newFixedThreadPool(people)) {
        for (var page : pages) {
          threads.submit(() -> {
            if (phone.send(page, answers(page)).statusCode() == 200) {
              acknowledged.add(page.token());
              if (acknowledged.size() >= people / 5) {
                struck.countDown();
              }
            }
            return page;
          });
        }
        assertThat(struck.await(60, TimeUnit.SECONDS)).isTrue();
        blow.strike();
      }
      return new Outcome(pages, acknowledged);
    }

    /** Those without a thank-you page press Send again; those with one find the same page. */
    void retry(ServiceProcess service, Outcome outcome) throws Exception {
      assertThat(envelopes()).isBetween((long) outcome.acknowledged().size(), (long) people);
      var phone = new Phone(service.address());
      for (var page : outcome.pages()) {
        assertThat(phone.send(page, answers(page)).statusCode()).isEqualTo(200);
      }
      assertThat(envelopes()).isEqualTo(people);
    }

    void countToTheEnd() throws Exception {
      try (var house = TestHouse.over(database, Map.of("hearback.keys.folder", keys.toString()))) {
        house.clock().set(java.time.Instant.now().plus(Duration.ofMinutes(1)));
        house.get(OpenJob.class).run();
        Desk.of(house, Role.READER, Set.of("en")).clearAll();
        house.clock().pass(Duration.ofDays(15));
        house.get(DelinkJob.class).run();
        house.get(DelinkJob.class).run();
        assertThat(envelopes()).isZero();
        assertThat(count("feedback.response")).isEqualTo(people);
        assertThat(count("feedback.comment")).isEqualTo(people);
        assertThat(
                Long.parseLong(
                    database.column("SELECT SUM(answered) FROM feedback.counter").getFirst()))
            .isEqualTo(people);
      }
      database.server().close();
    }

    private Map<String, String> answers(Phone.Opened page) {
      // the same words at a retry, others for everybody else
      return Map.of("listened", "agree", "change", "Words " + page.nonce().substring(0, 12));
    }

    private long envelopes() throws Exception {
      return count("bridge.envelope");
    }

    private long count(String table) throws Exception {
      return Long.parseLong(database.column("SELECT COUNT(*) FROM " + table).getFirst());
    }
  }
}
