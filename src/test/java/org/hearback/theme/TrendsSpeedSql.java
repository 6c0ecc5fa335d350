package org.hearback.theme;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearback.tryout.EmbeddedMariaDb;
import org.hearback.tryout.Passwords;

/**
 * The same counts as somebody would write them in SQL: a row a comment, a row a theme of it, an
 * index for each join, a pool that holds all of it.
 */
final class TrendsSpeedSql implements AutoCloseable {
  private static final Path HOME = Path.of("target/mariadb/trends").toAbsolutePath();
  private static final List<String> ARGUMENTS =
      List.of(
          "--innodb-buffer-pool-size=1G",
          "--innodb-log-file-size=512M",
          "--innodb-flush-log-at-trx-commit=0",
          "--innodb-doublewrite=0",
          "--max-heap-table-size=512M",
          "--tmp-table-size=512M");

  private final EmbeddedMariaDb server;
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private TrendsSpeedSql(EmbeddedMariaDb server, Connection connection) {
    this.server = server;
    this.connection = connection;
  }

  static TrendsSpeedSql start() throws SQLException {
    var passwords = Passwords.in(HOME);
    var init =
        passwords.initSql("") + "GRANT ALL PRIVILEGES ON *.* TO 'keeper'@'%' WITH GRANT OPTION;\n";
    var server =
        EmbeddedMariaDb.start(
            Path.of("target/mariadb/base").toAbsolutePath(), HOME, passwords, init, ARGUMENTS);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return new TrendsSpeedSql(
        server,
        DriverManager.getConnection(
            server.url() + "?useServerPrepStmts=true&useBulkStmts=true",
            "keeper",
            passwords.of("keeper")));
  }

  private void run(String... statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  void load(TrendsSpeedCorpus corpus, Iterator<List<Comment>> pages) throws SQLException {
    run(
        "DROP DATABASE IF EXISTS trends",
        "CREATE DATABASE trends CHARACTER SET ascii COLLATE ascii_bin",
        "USE trends",
        """
        CREATE TABLE comment (
          no INT NOT NULL PRIMARY KEY,
          answer INT NOT NULL,
          branch VARCHAR(40) NOT NULL,
          grp VARCHAR(30) NOT NULL,
          quarter VARCHAR(7) NOT NULL
        )
        """,
        """
        CREATE TABLE said (
          comment INT NOT NULL,
          theme VARCHAR(40) NOT NULL,
          PRIMARY KEY (comment, theme)
        )
        """);
    connection.setAutoCommit(false);
    var answers = new HashMap<UUID, Integer>();
    int no = 0;
    try (var comment = connection.prepareStatement("INSERT INTO comment VALUES (?, ?, ?, ?, ?)");
        var said = connection.prepareStatement("INSERT INTO said VALUES (?, ?)")) {
      while (pages.hasNext()) {
        for (var one : pages.next()) {
          no++;
          row(
              comment,
              no,
              answers.computeIfAbsent(one.response(), _ -> answers.size()),
              corpus.branch(one),
              one.label().audience().group().name(),
              quarter(one.label().period()));
          for (var theme : corpus.themes(one.id())) {
            row(said, no, theme);
          }
        }
        comment.executeBatch();
        said.executeBatch();
        connection.commit();
      }
    }
    connection.setAutoCommit(true);
    run(
        "ALTER TABLE comment ADD INDEX (answer), ADD INDEX (quarter, answer),"
            + " ADD INDEX (branch, quarter, answer), ADD INDEX (grp, quarter, answer)",
        "ALTER TABLE said ADD INDEX (theme, comment)",
        "ANALYZE TABLE comment, said");
  }

  private static void row(PreparedStatement insert, Object... columns) throws SQLException {
    for (int at = 0; at < columns.length; at++) {
      insert.setObject(at + 1, columns[at]);
    }
    insert.addBatch();
  }

  private static String quarter(String period) {
    return new Period(period)
        .upwards().stream().filter(it -> it.contains("Q")).findFirst().orElse("");
  }

  /** Answers of each quarter that say a theme, and all. */
  Map<String, List<Integer>> quarters(String theme, Filter filter) throws SQLException {
    var sql =
        """
        SELECT c.quarter, COUNT(DISTINCT c.answer), COUNT(DISTINCT IF(s.theme IS NULL, NULL, c.answer))
          FROM comment c LEFT JOIN said s ON s.comment = c.no AND s.theme = ?
         WHERE 1 = 1 %s GROUP BY c.quarter
        """;
    return rows(sql.formatted(narrowed(filter)), 1, List.of(theme), filter);
  }

  /** The same of three quarters and all themes, by theme and quarter; all answers by quarter. */
  Map<String, List<Integer>> changes(List<String> quarters, Filter filter) throws SQLException {
    var in =
        " AND c.quarter IN (" + String.join(", ", Collections.nCopies(quarters.size(), "?")) + ") ";
    var counts =
        rows(
            "SELECT c.quarter, COUNT(DISTINCT c.answer) FROM comment c WHERE 1 = 1"
                + in
                + narrowed(filter)
                + " GROUP BY c.quarter",
            1,
            quarters,
            filter);
    counts.putAll(
        rows(
            "SELECT s.theme, c.quarter, COUNT(DISTINCT c.answer) FROM comment c"
                + " JOIN said s ON s.comment = c.no WHERE 1 = 1"
                + in
                + narrowed(filter)
                + " GROUP BY s.theme, c.quarter",
            2,
            quarters,
            filter));
    return counts;
  }

  /** Answers of each pair of themes, and how many of them and comments say both in one. */
  Map<String, List<Integer>> together(Filter filter) throws SQLException {
    var own =
        "(SELECT DISTINCT c.answer, s.theme FROM comment c JOIN said s ON s.comment = c.no"
            + " WHERE 1 = 1 "
            + narrowed(filter)
            + ")";
    var counts = new HashMap<String, List<Integer>>();
    var pairs =
        rows(
            "WITH own AS "
                + own
                + " SELECT a.theme, b.theme, COUNT(*) FROM own a JOIN own b"
                + " ON a.answer = b.answer AND a.theme < b.theme GROUP BY a.theme, b.theme",
            2,
            List.of(),
            filter);
    var inOne =
        rows(
            "SELECT a.theme, b.theme, COUNT(DISTINCT c.answer), COUNT(*) FROM comment c"
                + " JOIN said a ON a.comment = c.no"
                + " JOIN said b ON b.comment = c.no AND a.theme < b.theme WHERE 1 = 1 "
                + narrowed(filter)
                + " GROUP BY a.theme, b.theme",
            2,
            List.of(),
            filter);
    pairs.forEach((pair, answers) -> {
      var all = new ArrayList<>(answers);
      all.addAll(inOne.getOrDefault(pair, List.of(0, 0)));
      counts.put(pair, all);
    });
    counts.putAll(
        rows(
            "SELECT s.theme, COUNT(DISTINCT c.answer) FROM comment c"
                + " JOIN said s ON s.comment = c.no WHERE 1 = 1 "
                + narrowed(filter)
                + " GROUP BY s.theme",
            1,
            List.of(),
            filter));
    return counts;
  }

  private static String narrowed(Filter filter) {
    return (filter.area().isEmpty() ? "" : " AND c.branch = ?")
        + (filter.group().isEmpty() ? "" : " AND c.grp = ?");
  }

  /** By the first columns, all others. */
  private Map<String, List<Integer>> rows(String sql, int keys, List<String> asked, Filter filter)
      throws SQLException {
    var statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    var parameters = new ArrayList<>(asked);
    List.of(filter.area(), filter.group()).stream()
        .filter(it -> !it.isEmpty())
        .forEach(parameters::add);
    for (int at = 0; at < parameters.size(); at++) {
      statement.setString(at + 1, parameters.get(at));
    }
    var all = new HashMap<String, List<Integer>>();
    try (var rows = statement.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        var key = keys == 1 ? rows.getString(1) : rows.getString(1) + " " + rows.getString(2);
        var counts = new ArrayList<Integer>();
        for (int column = keys + 1; column <= columns; column++) {
          counts.add(rows.getInt(column));
        }
        all.put(key, counts);
      }
    }
    return all;
  }

  @Override
  public void close() throws SQLException {
    for (var statement : prepared.values()) {
      statement.close();
    }
    run("DROP DATABASE trends");
    connection.close();
    server.close();
  }
}
