package org.hearback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.hearback.tryout.EmbeddedMariaDb;
import org.hearback.tryout.Passwords;

/**
 * The one real MariaDB of a test run, migrated, under {@code target/}. A test class takes {@link
 * #properties()} and calls {@link #empty()} first. The keeper may do everything here, so that a
 * test can look where the house cannot.
 */
public final class TestDatabase {
  private static final Path BASE = Path.of("target/mariadb/base").toAbsolutePath();

  /** Tests run in several processes; what is shared, is shared within one of them. */
  private static final String PROCESS = "-" + System.getProperty("test.process", "1");

  /** Of servers of their own: made and migrated once for all, so that each begins with a copy. */
  private static final Path FIRST = Path.of("target/mariadb/first").toAbsolutePath();

  private static final TestDatabase SHARED = start("shared" + PROCESS, List.of());

  private final EmbeddedMariaDb server;
  private final Passwords passwords;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

  private TestDatabase(EmbeddedMariaDb server, Passwords passwords) {
    this.server = server;
    this.passwords = passwords;
  }

  /** A server of its own, with further arguments; the caller closes it. */
  public static TestDatabase start(String name, List<String> arguments) {
    var home = Path.of("target/mariadb/" + name).toAbsolutePath();
    if (!name.equals("shared" + PROCESS)) {
      begin(home);
    }
    return start(home, arguments);
  }

  /** Processes of tests take turns: whoever comes first makes what all others copy. */
  private static synchronized void begin(Path home) {
    if (Files.exists(home.resolve("installed"))) {
      return;
    }
    try {
      Files.createDirectories(home);
      try (var turn =
              FileChannel.open(
                  FIRST.resolveSibling("first.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = turn.lock()) {
        if (!Files.exists(FIRST.resolve("whole"))) {
          start(FIRST, List.of()).server().close();
          Files.writeString(FIRST.resolve("whole"), "");
        }
      }
      copy(FIRST.resolve("data"), home.resolve("data"));
      for (var file : List.of("passwords.properties", "installed")) {
        Files.copy(FIRST.resolve(file), home.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a server cannot begin with a copy in " + home, e);
    }
  }

  /** Over what a copy that was cut off has left. */
  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static TestDatabase start(Path home, List<String> arguments) {
    var passwords = Passwords.in(home);
    var init =
        passwords.initSql(usersSql())
            + "GRANT ALL PRIVILEGES ON *.* TO 'keeper'@'%' WITH GRANT OPTION;\n";
    var server = EmbeddedMariaDb.start(BASE, home, passwords, init, arguments);
    var database = new TestDatabase(server, passwords);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    try {
      database.settings().migrate();
    } catch (FlywayException changed) {
      // A migration that has not shipped yet was edited since this folder was made: begin anew.
      database.anew(init);
      database.settings().migrate();
    }
    return database;
  }

  private void anew(String init) {
    try {
      for (var schema : List.of("vault", "bridge", "feedback", "office")) {
        execute("DROP DATABASE IF EXISTS " + schema);
      }
      for (var statement : init.split(";\n")) {
        if (!statement.isBlank()) {
          execute(statement);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a test's database cannot be made anew", e);
    }
  }

  public static TestDatabase shared() {
    return SHARED;
  }

  /**
   * Configuration that points a context at the shared server, with jobs off and throw-away keys.
   */
  public static Map<String, String> properties() {
    return SHARED.configuration();
  }

  private static String folder(String name) {
    return Path.of("target/" + name + PROCESS).toAbsolutePath().toString();
  }

  public Map<String, String> configuration() {
    var properties = new HashMap<String, String>();
    properties.put("hearback.database.url", server.url());
    for (var user : Database.USERS) {
      properties.put("hearback.database.passwords." + user, passwords.of(user));
    }
    properties.put("hearback.keys.session", "a-session-key-for-tests-only-0123456789");
    properties.put("hearback.keys.csrf", "a-form-key-for-tests-only-0123456789abc");
    properties.put("hearback.keys.folder", folder("keys"));
    properties.put("hearback.index.folder", folder("index"));
    // Reading meanings costs seconds; the tests that are about it say so.
    properties.put("hearback.index.meaning", "false");
    properties.put("hearback.jobs.enabled", "false");
    properties.put("hearback.http.cookie-secure", "false");
    properties.put("hearback.council.name", "Westhaven Council");
    properties.put("hearback.council.duty-phone", "01632 960 100");
    properties.put("hearback.council.contact", "feedback@council.example");
    properties.put("hearback.i18n.allow-unreviewed", "true");
    properties.put("hearback.http.port", "-1");
    return properties;
  }

  public String password(String user) {
    return passwords.of(user);
  }

  public EmbeddedMariaDb server() {
    return server;
  }

  Database settings() {
    var byUser = new HashMap<String, String>();
    byUser.put("migrator", passwords.of("migrator"));
    Database.USERS.forEach(user -> byUser.put(user, passwords.of(user)));
    return new Database(server.url(), "%", byUser);
  }

  /** A connection that may do everything. */
  public Connection keeper() throws SQLException {
    return DriverManager.getConnection(server.url(), "keeper", passwords.of("keeper"));
  }

  /** A connection of one of the house's users. */
  public Connection as(String user) throws SQLException {
    return DriverManager.getConnection(server.url(), user, passwords.of(user));
  }

  /** What is done on a connection of the keeper. */
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** In one transaction. */
  public <T> T transaction(Work<T> work) throws SQLException {
    return kept(connection -> {
      connection.setAutoCommit(false);
      var done = work.on(connection);
      connection.commit();
      connection.setAutoCommit(true);
      return done;
    });
  }

  /** On a connection that is kept for the next: to open one takes longer than most statements. */
  private <T> T kept(Work<T> work) throws SQLException {
    var connection = borrowed();
    try {
      var done = work.on(connection);
      idle.push(connection);
      return done;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private Connection borrowed() throws SQLException {
    for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
      if (kept.isValid(1)) {
        return kept;
      }
      kept.close(); // its server was killed
    }
    return keeper();
  }

  /** Empties every table of the four schemas but the history, and sets the sequence back. */
  public void empty() throws SQLException {
    var tables =
        column(
            """
            SELECT CONCAT(table_schema, '.', table_name) FROM information_schema.tables
             WHERE table_schema IN ('vault', 'bridge', 'feedback', 'office')
               AND table_name NOT IN ('migration_history', 'sequence')
            """);
    kept(connection -> {
      try (var statement = connection.createStatement()) {
        for (var table : tables) {
          statement.execute("DELETE FROM " + table);
        }
        return statement.execute("UPDATE feedback.sequence SET value = 0");
      }
    });
  }

  /** The first column of each row of a query, as text. */
  public List<String> column(String sql) throws SQLException {
    return kept(connection -> {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(sql)) {
        var values = new ArrayList<String>();
        while (rows.next()) {
          values.add(rows.getString(1));
        }
        return values;
      }
    });
  }

  public void execute(String sql) throws SQLException {
    kept(connection -> {
      try (var statement = connection.createStatement()) {
        return statement.execute(sql);
      }
    });
  }

  private static String usersSql() {
    try (var in = TestDatabase.class.getResourceAsStream("/mariadb/users.sql");
        var reader = new java.io.BufferedReader(new java.io.InputStreamReader(in))) {
      return reader.lines().collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
