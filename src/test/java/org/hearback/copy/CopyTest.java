package org.hearback.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.hearback.Desk;
import org.hearback.Phone;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.answer.Week;
import org.hearback.response.DelinkJob;
import org.hearback.safeguarding.OpenJob;
import org.hearback.safeguarding.WeekKeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Promise 1 against the one who has every byte: fifty answers are sent, cleared and de-linked on a
 * server with a full binary log; then the data folder and the log are copied and searched for
 * anything that pairs a response with an envelope or an invitation. Five planted mistakes must each
 * be found, or the search is worth nothing: two at once every day, each alone in the full run.
 */
class CopyTest {
  private static final int SENDS = 50;
  private static final Path FOLDER = Path.of("target/mariadb").toAbsolutePath();

  @Test
  void nothing_in_a_full_copy_pairs_a_response_with_a_person() throws Exception {
    assertThat(steal("clean", scene -> scene.house().get(DelinkJob.class).run()).all()).isEmpty();
  }

  @Test
  @Tag("everyday")
  void one_transaction_for_both_sides_in_one_order_is_found_by_each_of_its_marks()
      throws Exception {
    var thief = steal("plant-two", scene -> delink(scene, true, order -> order, random()));
    assertThat(thief.byTransaction()).isNotEmpty();
    assertThat(thief.byGroup()).isNotEmpty();
    assertThat(thief.byOrder()).anyMatch(found -> found.contains("insertion follow deletion"));
  }

  @Test
  @Tag("full")
  void one_transaction_for_both_sides_is_found() throws Exception {
    var thief = steal("plant-one-transaction", scene -> delink(scene, true, shuffled(), random()));
    assertThat(thief.byTransaction()).isNotEmpty();
    assertThat(thief.byGroup()).isNotEmpty();
  }

  @Test
  @Tag("full")
  void envelopes_deleted_in_the_order_of_their_responses_are_found() throws Exception {
    var thief = steal("plant-order", scene -> delink(scene, false, order -> order, random()));
    assertThat(thief.byOrder()).anyMatch(found -> found.contains("insertion follow deletion"));
    assertThat(thief.byGroup()).isEmpty();
  }

  @Test
  @Tag("full")
  void plain_words_in_the_bridge_are_found() throws Exception {
    var thief =
        steal(
            "plant-words",
            scene -> {
              scene
                  .database()
                  .execute(
                      "UPDATE bridge.clearing SET work = CONCAT('{\"words\":\"', '"
                          + scene.words().getFirst()
                          + "', '\"}')");
              delink(scene, false, shuffled(), random());
            });
    assertThat(thief.byContent())
        .anyMatch(found -> found.equals("the words of an answer in the log of bridge.clearing"));
  }

  @Test
  @Tag("full")
  void bodies_without_padding_are_found() throws Exception {
    var thief =
        steal(
            "plant-length",
            scene -> {
              scene
                  .database()
                  .execute(
                      "UPDATE bridge.envelope"
                          + " SET body = LEFT(body, 200 + CONV(LEFT(HEX(answer_mac), 2), 16, 10))");
              delink(scene, false, shuffled(), random());
            });
    assertThat(thief.byLength()).anyMatch(found -> found.startsWith("lengths in bridge.envelope"));
  }

  @Test
  @Tag("full")
  void ids_in_the_order_of_sending_are_found() throws Exception {
    int[] next = {0};
    var thief =
        steal(
            "plant-id",
            scene ->
                delink(
                    scene, false, shuffled(), _ -> new UUID(0x4000L, Long.MIN_VALUE | ++next[0])));
    assertThat(thief.byOrder()).anyMatch(found -> found.contains("id follow sending"));
  }

  /** What a way of de-linking may touch. {@code sent} is in the order of sending. */
  private record Scene(
      TestHouse house, List<UUID> sent, List<String> words, Map<UUID, UUID> truth) {
    TestDatabase database() {
      return house.database();
    }
  }

  private interface Delinking {
    void run(Scene scene) throws Exception;
  }

  private interface Order {
    List<UUID> of(List<UUID> ids);
  }

  private interface NewId {
    UUID of(UUID envelope);
  }

  private static Order shuffled() {
    return ids -> {
      var shuffled = new ArrayList<>(ids);
      Collections.shuffle(shuffled, new Random());
      return shuffled;
    };
  }

  private static NewId random() {
    return _ -> UUID.randomUUID();
  }

  private static Thief steal(String name, Delinking delinking) throws Exception {
    deleteTree(FOLDER.resolve(name));
    var database =
        TestDatabase.start(
            name,
            List.of(
                "--log-bin=binlog",
                "--binlog-format=ROW",
                "--binlog-row-image=FULL",
                "--sync-binlog=1",
                "--binlog-expire-logs-seconds=86400",
                "--server-id=1"));
    var words = new ArrayList<String>();
    Map<UUID, UUID> truth = new HashMap<>();
    var copy = FOLDER.resolve(name).resolve("copy");
    try (var house = TestHouse.on(database);
        var history = database.keeper()) {
      // A backup that runs for hours does the same: while it looks, the server keeps the
      // transaction of every row.
      history.createStatement().execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
      answer(house, words);
      var sent = sent(database);
      var keys = house.get(WeekKeys.class);
      var week = Week.of(house.clock().instant());
      sent.forEach(envelope -> truth.put(keys.responseId(week, envelope), envelope));
      house.clock().pass(Duration.ofDays(15));
      delinking.run(new Scene(house, sent, words, truth));
      assertThat(database.column("SELECT COUNT(*) FROM feedback.response").getFirst())
          .isEqualTo(String.valueOf(SENDS));
      assertThat(database.column("SELECT COUNT(*) FROM bridge.envelope").getFirst()).isEqualTo("0");
      copy(database, FOLDER.resolve(name).resolve("data"), copy);
    }
    database.server().close();
    return new Thief(copy, Log.read(copy), truth, words);
  }

  /** All pages on the disk, and nothing moves while the files are copied. */
  private static void copy(TestDatabase database, Path from, Path to) throws Exception {
    var tables =
        database.column(
            "SELECT CONCAT(table_schema, '.', table_name) FROM information_schema.tables"
                + " WHERE table_schema IN ('vault', 'bridge', 'feedback')");
    try (var connection = database.keeper();
        var statement = connection.createStatement()) {
      statement.execute("FLUSH TABLES " + String.join(", ", tables) + " FOR EXPORT");
      copyTree(from, to);
      statement.execute("UNLOCK TABLES");
    }
  }

  private static void answer(TestHouse house, List<String> words) throws Exception {
    var phone = new Phone(house.address());
    for (var token : house.invited(SENDS)) {
      var word = "zq" + UUID.randomUUID().toString().replace("-", "");
      words.add(word);
      var answers = new HashMap<>(Map.of("listened", "agree", "next", "disagree"));
      answers.put("change", "We would like " + word + " " + "more ".repeat(words.size() % 40));
      assertThat(phone.send(phone.open(token), answers).statusCode()).isEqualTo(200);
    }
    house.get(OpenJob.class).run();
    assertThat(Desk.of(house, Role.READER, Set.of("en")).clearAll()).isEqualTo(SENDS);
  }

  /** As the log has them: the only record of the order of sending. */
  private static List<UUID> sent(TestDatabase database) throws Exception {
    database.execute("FLUSH BINARY LOGS");
    var folder = Path.of(database.column("SELECT @@datadir").getFirst());
    return Log.read(folder).of(Log.Kind.INSERT, "bridge.envelope").stream()
        .map(change -> Thief.uuid(change.bytes(0)))
        .toList();
  }

  /** A way of de-linking with mistakes to choose from, by a user who may do everything. */
  private static void delink(Scene scene, boolean oneTransaction, Order deletion, NewId ids)
      throws Exception {
    scene.truth().clear();
    var responses = new HashMap<UUID, UUID>();
    for (var envelope : scene.sent()) {
      var response = ids.of(envelope);
      responses.put(envelope, response);
      scene.truth().put(response, envelope);
    }
    var insertion = shuffled().of(scene.sent());
    try (var connection = scene.database().keeper()) {
      connection.setAutoCommit(false);
      insert(connection, insertion, responses);
      if (!oneTransaction) {
        connection.commit();
      }
      for (var envelope : deletion.of(insertion)) {
        try (var delete = connection.prepareStatement("DELETE FROM bridge.envelope WHERE id = ?")) {
          delete.setString(1, envelope.toString());
          delete.executeUpdate();
        }
      }
      connection.commit();
    }
  }

  private static void insert(Connection connection, List<UUID> envelopes, Map<UUID, UUID> responses)
      throws Exception {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO feedback.response VALUES (?, 'assessment-parent', 1, 'x', 'PARENT', '',"
                + " 'assessment', '2026-Q4', 'en')")) {
      for (var envelope : envelopes) {
        insert.setString(1, responses.get(envelope).toString());
        insert.executeUpdate();
      }
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (Files.isRegularFile(file)) {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void deleteTree(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (var files = Files.walk(tree)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
