package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the scripts of backup and restore refuse, what they delete, and what they never say. */
class BackupTest {
  private static TestDatabase database;
  private static Path keys;
  private Drill drill;

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.start("drill", List.of());
    var first = Drill.on(database);
    first.begin();
    keys = first.folder("keys");
    FirstKeys.in(List.of(keys)).make();
    TestHouse.on(database, Map.of("hearback.keys.folder", keys.toString())).close();
  }

  @AfterAll
  static void close() {
    database.server().close();
  }

  @BeforeEach
  void prepare() throws Exception {
    drill = Drill.on(database);
  }

  @Test
  void backups_can_be_read_with_the_right_private_key_only_and_name_nothing() throws Exception {
    drill.backUpDatabase().well();
    drill.backUpKeys(keys).well();
    for (var archive : List.of(drill.newest("database"), drill.newest("weeks"))) {
      assertThat(Files.readAllBytes(archive)).startsWith("age-encryption.org".getBytes());
      assertThat(Files.getPosixFilePermissions(archive))
          .allMatch(permission -> permission.name().startsWith("OWNER_"));
    }
    drill
        .restore("database", "keys", weeks(), lasting(), drill.folder("to").toString())
        .refused("no identity matched");
  }

  @Test
  void nothing_that_is_said_holds_a_secret() throws Exception {
    var said =
        drill.backUpDatabase().said()
            + drill.backUpKeys(keys).said()
            + drill.restoreKeys(Path.of(weeks()), Path.of(lasting()), drill.folder("to")).said();
    assertThat(said).isNotBlank();
    assertThat(said)
        .doesNotContain(
            "a-password-of-the-drill", database.password("migrator"), "AGE-SECRET-KEY", "keyData");
  }

  @Test
  void a_database_backup_lives_as_long_as_the_window_and_no_longer() throws Exception {
    drill.backUpDatabase().well();
    var first = drill.newest("database");
    drill.setNow(SetClock.START.plus(Duration.ofDays(14)));
    drill.backUpDatabase().well();
    assertThat(first).exists();
    drill.setNow(SetClock.START.plus(Duration.ofDays(14)).plusSeconds(1));
    drill.backUpDatabase().well();
    assertThat(first).doesNotExist();
    assertThat(drill.archives("database")).hasSize(2);
    drill
        .backUpDatabase(Map.of("BACKUP_DAYS", "15"))
        .refused("BACKUP_DAYS must be between 1 and the window of 14 days");
  }

  @Test
  void a_backup_of_week_keys_lives_seven_days_whatever_is_set() throws Exception {
    drill.backUpKeys(keys).well();
    var first = drill.newest("weeks");
    drill.setNow(SetClock.START.plus(Duration.ofDays(7)).plusSeconds(1));
    drill.expire(drill.to("keys"), Map.of("BACKUP_DAYS", "14")).well();
    assertThat(first).doesNotExist();
    assertThat(drill.archives("lasting")).as("the newest of these stays").hasSize(1);
  }

  @Test
  void old_backups_go_even_when_no_new_one_can_be_made() throws Exception {
    drill.backUpKeys(keys).well();
    drill.setNow(SetClock.START.plus(Duration.ofDays(8)));
    drill.backUpKeys(drill.folder("not-mounted")).refused("is it mounted?");
    assertThat(drill.archives("weeks")).isEmpty();
  }

  @Test
  void what_has_no_age_is_told_and_not_passed_over() throws Exception {
    Files.writeString(drill.to("keys").resolve("hearback-weeks-copy.tar.age"), "x");
    drill.backUpKeys(keys).refused("has no time in its name");
    Files.delete(drill.to("keys").resolve("hearback-weeks-copy.tar.age"));
    Files.writeString(drill.to("keys").resolve("hearback-weeks-20991231T000000Z.tar.age"), "x");
    drill.backUpKeys(keys).refused("comes from the future");
  }

  @Test
  void keys_and_database_do_not_go_to_one_place() throws Exception {
    drill.backUpDatabase().well();
    drill.backUpKeys(keys, drill.to("database")).refused("together they open what is sealed");
    drill.backUpKeys(keys).well();
    drill
        .backUpDatabase(Map.of("BACKUP_TO", drill.to("keys").toString()))
        .refused("together they open what is sealed");
  }

  @Test
  void a_dump_that_fails_leaves_nothing_that_looks_like_a_backup() throws Exception {
    var wrong = drill.login("nobody", "not-the-password").toString();
    drill.backUpDatabase(Map.of("BACKUP_LOGIN", wrong)).refused("denied");
    try (var files = Files.list(drill.to("database"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void a_restore_writes_over_nothing() throws Exception {
    drill.backUpDatabase().well();
    drill.backUpKeys(keys).well();
    drill.restoreDatabase(drill.newest("database")).refused("the four schemas are not empty");
    drill.restoreKeys(Path.of(weeks()), Path.of(lasting()), keys).refused("is not empty");
  }

  @Test
  void a_backup_that_was_cut_off_is_refused_before_anything_is_written() throws Exception {
    drill.backUpDatabase().well();
    var archive = drill.newest("database");
    var bytes = Files.readAllBytes(archive);
    Files.write(archive, java.util.Arrays.copyOf(bytes, bytes.length - 1000));
    drill.loseTheDatabase();
    try {
      assertThat(drill.restoreDatabase(archive).code()).isNotZero();
      assertThat(
              database.column(
                  "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'vault'"))
          .containsExactly("0");
    } finally {
      Files.write(archive, bytes);
      drill.restoreDatabase(archive).well();
      database.settings().migrate();
    }
    database.settings().check(14);
  }

  @Test
  void keys_of_another_database_are_refused() throws Exception {
    drill.backUpKeys(keys).well();
    var bound = database.column("SELECT id FROM bridge.key_folder").getFirst();
    database.execute("UPDATE bridge.key_folder SET id = UUID()");
    try {
      var folder = drill.folder("to");
      drill
          .restoreKeys(Path.of(weeks()), Path.of(lasting()), folder)
          .refused("belong to another database");
      assertThat(folder).isEmptyDirectory();
    } finally {
      database.execute("UPDATE bridge.key_folder SET id = '" + bound + "'");
    }
  }

  @Test
  void the_backups_user_may_read_and_nothing_else() throws Exception {
    var grants = database.column("SHOW GRANTS FOR 'backup'@'localhost'");
    assertThat(grants).hasSize(5).allMatch(grant -> grant.matches("GRANT (USAGE|SELECT) ON .*"));
  }

  private String weeks() throws Exception {
    return drill.newest("weeks").toString();
  }

  private String lasting() throws Exception {
    return drill.newest("lasting").toString();
  }
}
