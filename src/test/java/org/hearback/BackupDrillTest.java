package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearback.access.Role;
import org.hearback.answer.KeyFolder;
import org.hearback.answer.KeyMissing;
import org.hearback.answer.SealKey;
import org.hearback.answer.Week;
import org.hearback.response.DelinkJob;
import org.hearback.safeguarding.KeyJob;
import org.hearback.safeguarding.OpenJob;
import org.hearback.safeguarding.WeekKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Everything is lost and comes back, by the scripts that an operator runs. What was acknowledged
 * before the backup is there and can be opened; a week key that was destroyed stays destroyed.
 */
class BackupDrillTest {
  /** Ten answer in the first week; when their window is over, three more do. */
  private static final Week OVER = Week.of(SetClock.START);

  private static final Instant LATER = SetClock.START.plus(Duration.ofDays(15));
  private static final Week GOING_ON = Week.of(LATER);

  private static TestDatabase database;
  private static Drill drill;
  private static Path liveKeys;

  /** Both, before the first week's key was destroyed. */
  private static Path databaseBefore;

  private static Path weeksBefore;
  private static Path lasting;

  /** After it was. */
  private static Path databaseAfter;

  @BeforeAll
  static void live() throws Exception {
    database = TestDatabase.start("drill", List.of());
    drill = Drill.on(database);
    drill.begin();
    liveKeys = drill.folder("live-keys");
    try (var house = TestHouse.on(database, at(liveKeys))) {
      answer(house, 10, Map.of("listened", "agree"));
      house.get(OpenJob.class).run();
      house.clock().set(LATER);
      house.get(KeyJob.class).run();
      answer(house, 3, Map.of("listened", "agree", "change", "More time."));
      drill.setNow(LATER);
      drill.backUpDatabase().well();
      drill.backUpKeys(liveKeys).well();
      databaseBefore = drill.newest("database");
      weeksBefore = drill.newest("weeks");
      lasting = drill.newest("lasting");
      assertThat(house.get(DelinkJob.class).run()).isEqualTo(10);
      assertThat(new KeyFolder(liveKeys).privateKey(OVER)).doesNotExist();
      drill.setNow(LATER.plusSeconds(3600));
      drill.backUpDatabase().well();
      databaseAfter = drill.newest("database");
    }
  }

  @AfterAll
  static void close() {
    database.server().close();
  }

  @Test
  void after_everything_is_lost_what_was_acknowledged_is_back_and_the_destroyed_key_is_not()
      throws Exception {
    drill.loseTheDatabase();
    drill.restoreDatabase(databaseAfter).well();
    var keys = drill.folder("keys");
    var said = drill.restoreKeys(weeksBefore, lasting, keys).well();
    assertThat(said).contains("left out, as their last answer is gone: " + OVER.name());
    assertThat(weeksIn(keys)).contains(GOING_ON.name()).doesNotContain(OVER.name());
    try (var house = started(keys)) {
      assertThat(count("feedback.response")).isEqualTo(10);
      assertThat(house.get(OpenJob.class).run()).isEqualTo(3);
      assertThat(Desk.of(house, Role.READER, Set.of("en")).clearAll()).isEqualTo(3);
      assertThat(health(house)).contains("\"withoutKey\":0");
      answer(house, 1, Map.of("listened", "agree"));
    }
    assertThat(weeksIn(keys)).doesNotContain(OVER.name());
  }

  @Test
  void both_backups_of_one_moment_bring_that_moment_back_and_the_key_goes_again_with_the_answers()
      throws Exception {
    drill.loseTheDatabase();
    drill.restoreDatabase(databaseBefore).well();
    var keys = drill.folder("keys");
    drill.restoreKeys(weeksBefore, lasting, keys).well();
    try (var house = started(keys)) {
      assertThat(count("feedback.response")).isZero();
      assertThat(house.get(DelinkJob.class).run()).isEqualTo(10);
      assertThat(weeksIn(keys)).doesNotContain(OVER.name());
    }
  }

  /** Whoever copies a file back by hand does not bring a key back either. */
  @Test
  void a_destroyed_key_that_is_put_back_into_the_folder_is_destroyed_at_the_next_start()
      throws Exception {
    drill.loseTheDatabase();
    drill.restoreDatabase(databaseBefore).well();
    var keys = drill.folder("keys");
    drill.restoreKeys(weeksBefore, lasting, keys).well();
    assertThat(weeksIn(keys)).contains(OVER.name());
    drill.loseTheDatabase();
    drill.restoreDatabase(databaseAfter).well();
    try (var house = started(keys)) {
      assertThat(weeksIn(keys)).doesNotContain(OVER.name());
      assertThat(house.get(OpenJob.class).run()).isEqualTo(3);
    }
  }

  @Test
  void an_older_database_beside_newer_keys_starts_says_what_stays_sealed_and_goes_on()
      throws Exception {
    drill.loseTheDatabase();
    drill.restoreDatabase(databaseBefore).well();
    var keys = drill.folder("keys");
    copy(liveKeys, keys);
    // as if the backup had been made while a batch of that week was on its way
    database.execute(
        "INSERT INTO bridge.batch (id, week, drawn) VALUES (UUID(), '"
            + OVER.name()
            + "', 'sealed')");
    database.execute("UPDATE bridge.clearing SET state = 'batched'");
    try (var log = LogBook.open();
        var house = started(keys)) {
      assertThat(log.events()).anyMatch(event -> event.contains("10 answers cannot be opened"));
      assertThat(health(house)).contains("\"withoutKey\":10");
      assertThat(house.get(OpenJob.class).run()).isEqualTo(3);
      answer(house, 7, Map.of("change", "More time."));
      house.get(OpenJob.class).run();
      assertThat(Desk.of(house, Role.READER, Set.of("en")).clearAll()).isEqualTo(10);
      house.clock().pass(Duration.ofDays(15));
      assertThat(house.get(DelinkJob.class).run()).as("the others go their way").isEqualTo(10);
      assertThat(count("bridge.envelope")).isEqualTo(10);
      assertThat(count("bridge.batch")).isZero();
    }
  }

  @Test
  void when_the_seven_days_are_over_no_backup_holds_the_destroyed_key_and_a_hoarded_one_is_refused()
      throws Exception {
    var hoard = drill.folder("hoard");
    var hoarded = Files.copy(weeksBefore, hoard.resolve(weeksBefore.getFileName()));
    var renamed = Files.copy(weeksBefore, hoard.resolve("hearback-weeks-20261216T100000Z.tar.age"));
    var copies = drill.folder("copies");
    copy(drill.to("keys"), copies);
    drill.setNow(LATER.plus(Duration.ofDays(8)));
    assertThat(drill.expire(copies, Map.of()).well())
        .contains(weeksBefore.getFileName() + " is deleted");
    assertThat(copies.resolve(weeksBefore.getFileName())).doesNotExist();
    assertThat(copies.resolve(lasting.getFileName()))
        .as("the newest that must not be lost")
        .exists();
    drill.loseTheDatabase();
    drill.restoreDatabase(databaseBefore).well();
    for (var old : List.of(hoarded, renamed)) {
      var refused = drill.folder("refused");
      drill.restoreKeys(old, lasting, refused).refused("older than seven days");
      assertThat(refused).isEmptyDirectory();
    }
    drill.backUpKeys(liveKeys, copies).well();
    var keys = drill.folder("keys");
    var said = drill.restoreKeys(only(copies, "weeks"), newest(copies, "lasting"), keys).well();
    assertThat(said).contains("stay sealed, as their key is gone: " + OVER.name());
    try (var house = started(keys)) {
      for (var id : column("SELECT id FROM bridge.envelope WHERE week = '" + OVER.name() + "'")) {
        assertThatThrownBy(() -> house.get(WeekKeys.class).open(OVER, body(id), "envelope " + id))
            .isInstanceOf(KeyMissing.class);
      }
      assertThat(health(house)).contains("\"withoutKey\":10");
    } finally {
      drill.setNow(LATER.plusSeconds(3600));
    }
  }

  /** As Main does it: migrate, compare rights and durability, check, answer. */
  private static TestHouse started(Path keys) {
    database.settings().migrate();
    database.settings().check(14);
    var more = new HashMap<>(at(keys));
    more.put("test.clock", LATER.plusSeconds(3600).toString());
    var house = TestHouse.over(database, more);
    StartChecks.of(house.context()).check(true);
    return house;
  }

  private static Map<String, Object> at(Path keys) {
    return Map.of("hearback.keys.folder", keys.toString());
  }

  private static void answer(TestHouse house, int people, Map<String, String> words)
      throws Exception {
    var phone = new Phone(house.address());
    for (var token : house.invited(people)) {
      assertThat(phone.send(phone.open(token), words).statusCode()).isEqualTo(200);
    }
  }

  private static String health(TestHouse house) throws Exception {
    return new Phone(house.address()).get("/health").body();
  }

  private static List<String> weeksIn(Path keys) {
    return new KeyFolder(keys).keys().stream().map(SealKey::name).toList();
  }

  private static List<String> column(String sql) throws Exception {
    return database.column(sql);
  }

  private static long count(String table) throws Exception {
    return Long.parseLong(column("SELECT COUNT(*) FROM " + table).getFirst());
  }

  private static byte[] body(String id) throws Exception {
    return HexFormat.of()
        .parseHex(
            column("SELECT HEX(body) FROM bridge.envelope WHERE id = '" + id + "'").getFirst());
  }

  private static Path only(Path folder, String kind) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "hearback-" + kind + "-*")) {
      var found = new ArrayList<Path>();
      files.forEach(found::add);
      assertThat(found).hasSize(1);
      return found.getFirst();
    }
  }

  private static Path newest(Path folder, String kind) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("hearback-" + kind + "-"))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
