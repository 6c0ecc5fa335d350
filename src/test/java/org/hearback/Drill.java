package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The hand of an operator in a drill: backs up, loses, restores, by the scripts of {@code
 * infra/backup} on a real server. What the scripts take for the time is what the drill says.
 */
final class Drill {
  private static final Path SCRIPTS = Path.of("infra/backup").toAbsolutePath();

  private static final Path BINARIES = Path.of("target/mariadb/base/bin").toAbsolutePath();

  private final TestDatabase database;
  private final Path home;
  private Instant now = SetClock.START;

  private Drill(TestDatabase database, Path home) {
    this.database = database;
    this.home = home;
  }

  /** With two destinations, two pairs of keys of two people, and the logins. */
  static Drill on(TestDatabase database) throws Exception {
    Debian.program("age", "age");
    var parent = Files.createDirectories(Path.of("target/drills").toAbsolutePath());
    var drill = new Drill(database, Files.createTempDirectory(parent, "drill"));
    for (var what : List.of("database", "keys")) {
      Files.createDirectories(drill.to(what));
      var said =
          Script.run(Map.of(), "age-keygen", "-o", drill.identity(what).toString())
              .well()
              .replaceAll("(?s).*(age1[0-9a-z]+).*", "$1");
      Files.writeString(drill.recipients(what), said + "\n");
    }
    drill.login("backup", "a-password-of-the-drill-0123");
    drill.login("migrator", database.password("migrator"));
    drill.login("keeper", database.password("keeper"));
    drill.fakeDate();
    drill.administer(
        Tree.read(Path.of("infra/mariadb/backup.sql"))
            .replace("CHANGE_ME_backup", "a-password-of-the-drill-0123"));
    return drill;
  }

  /** A first start, whatever a drill that failed has left. */
  void begin() throws Exception {
    loseTheDatabase();
    database.settings().migrate();
  }

  void setNow(Instant instant) {
    now = instant;
  }

  Script.Ran backUpDatabase() throws Exception {
    return backUpDatabase(Map.of());
  }

  Script.Ran backUpDatabase(Map<String, String> more) throws Exception {
    var environment = environment();
    environment.put("BACKUP_LOGIN", file("backup.cnf").toString());
    environment.put("BACKUP_RECIPIENTS", recipients("database").toString());
    environment.put("BACKUP_TO", to("database").toString());
    environment.putAll(more);
    return Script.run(environment, SCRIPTS.resolve("database").toString());
  }

  Script.Ran backUpKeys(Path keys) throws Exception {
    return backUpKeys(keys, to("keys"));
  }

  Script.Ran backUpKeys(Path keys, Path to) throws Exception {
    var environment = environment();
    environment.put("BACKUP_KEYS", keys.toString());
    environment.put("BACKUP_RECIPIENTS", recipients("keys").toString());
    environment.put("BACKUP_TO", to.toString());
    return Script.run(environment, SCRIPTS.resolve("keys").toString());
  }

  Script.Ran expire(Path folder, Map<String, String> more) throws Exception {
    var environment = environment();
    environment.putAll(more);
    return Script.run(environment, SCRIPTS.resolve("expire").toString(), folder.toString());
  }

  /** A new server: four empty schemas and the users, as {@code infra/mariadb/users} makes them. */
  void loseTheDatabase() throws Exception {
    for (var schema : List.of("vault", "bridge", "feedback", "office")) {
      database.execute("DROP DATABASE IF EXISTS " + schema);
    }
    // rights on tables go with the server, not with the schema
    for (var user : Database.USERS) {
      database.execute("DROP USER IF EXISTS '" + user + "'@'%'");
    }
    var secrets = Files.createTempDirectory(home, "secrets");
    Files.writeString(
        secrets.resolve("hearback.database.passwords.migrator"), database.password("migrator"));
    for (var user : Database.USERS) {
      Files.writeString(
          secrets.resolve("hearback.database.passwords." + user), database.password(user));
    }
    administer(Script.run(Map.of(), "infra/mariadb/users", secrets.toString()).well());
  }

  Script.Ran restoreDatabase(Path archive) throws Exception {
    return restore("database", "database", archive.toString());
  }

  /** Into a new, empty folder. */
  Script.Ran restoreKeys(Path weeks, Path lasting, Path folder) throws Exception {
    return restore("keys", "keys", weeks.toString(), lasting.toString(), folder.toString());
  }

  /** With the private key of one of the two people. */
  Script.Ran restore(String identity, String... arguments) throws Exception {
    var environment = environment();
    environment.put("RESTORE_IDENTITY", identity(identity).toString());
    environment.put("RESTORE_LOGIN", file("migrator.cnf").toString());
    var command =
        Stream.concat(Stream.of(SCRIPTS.resolve("restore").toString()), Stream.of(arguments));
    return Script.run(environment, command.toArray(String[]::new));
  }

  Path folder(String name) throws IOException {
    return Files.createTempDirectory(home, name);
  }

  Path to(String what) {
    return file("to-" + what);
  }

  /** The newest archive of a kind, or the only one. */
  Path newest(String kind) throws IOException {
    return archives(kind).getLast();
  }

  List<Path> archives(String kind) throws IOException {
    var folder = to(kind.equals("database") ? "database" : "keys");
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("hearback-" + kind + "-"))
          .sorted()
          .toList();
    }
  }

  private Path file(String name) {
    return home.resolve(name);
  }

  private Path identity(String what) {
    return file(what + ".identity");
  }

  private Path recipients(String what) {
    return file(what + ".recipients");
  }

  private Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    environment.put(
        "PATH",
        String.join(
            ":", file("date-first").toString(), BINARIES.toString(), System.getenv("PATH")));
    environment.put("DRILL_NOW", String.valueOf(now.getEpochSecond()));
    return environment;
  }

  private void administer(String sql) throws Exception {
    Script.run(
            environment(),
            sql,
            List.of(
                BINARIES.resolve("mariadb").toString(),
                "--defaults-extra-file=" + file("keeper.cnf")))
        .well();
  }

  /** The option file with which a user signs in. */
  Path login(String user, String password) throws IOException {
    var socket = Path.of("target/mariadb/drill/tmp/s").toAbsolutePath();
    return Files.writeString(
        file(user + ".cnf"),
        """
        [client]
        user=%s
        password=%s
        socket=%s
        # the server of the tests has no certificate
        skip-ssl
        """
            .formatted(user, password, socket));
  }

  /** Stands before the real one on the path. */
  private void fakeDate() throws Exception {
    var real = Debian.found(List.of("date")).orElseThrow();
    var date =
        Files.writeString(
            Files.createDirectories(file("date-first")).resolve("date"),
            """
            #!/bin/sh
            for word in "$@"; do
              if [ "$word" = -d ]; then exec %1$s "$@"; fi
            done
            exec %1$s -d "@$DRILL_NOW" "$@"
            """
                .formatted(real));
    Files.setPosixFilePermissions(date, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(Script.run(environment(), date.toString(), "-u", "+%F").well().strip())
        .isEqualTo("2026-11-23");
  }
}
