package org.hearback.theme;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.hearback.tryout.EmbeddedMariaDb;
import org.hearback.tryout.Passwords;

/**
 * MariaDB's own full text, of InnoDB: every word of every length, no stop words, a pool that holds
 * all of it. What is found is put into a temporary table in memory once and counted there five
 * times. It marks no hits; that is done here, by the plain words.
 */
final class SearchSpeedFulltext extends SearchSpeedSql {
  private static final Path HOME = Path.of("target/mariadb/search-speed").toAbsolutePath();
  private static final List<String> ARGUMENTS =
      List.of(
          "--innodb-buffer-pool-size=3G",
          "--innodb-log-file-size=1G",
          "--innodb-flush-log-at-trx-commit=0",
          "--innodb-doublewrite=0",
          "--innodb-ft-min-token-size=1",
          "--innodb-ft-enable-stopword=0",
          "--innodb-sort-buffer-size=64M",
          "--max-heap-table-size=1G",
          "--tmp-table-size=1G");
  private static final String MATCH = "MATCH(words) AGAINST(? IN BOOLEAN MODE)";

  private final EmbeddedMariaDb server;

  private SearchSpeedFulltext(
      EmbeddedMariaDb server, java.sql.Connection connection, SearchSpeedCorpus corpus) {
    super(connection, corpus);
    this.server = server;
  }

  static SearchSpeedFulltext start(SearchSpeedCorpus corpus) throws SQLException {
    var passwords = Passwords.in(HOME);
    var init =
        passwords.initSql("") + "GRANT ALL PRIVILEGES ON *.* TO 'keeper'@'%' WITH GRANT OPTION;\n";
    var server =
        EmbeddedMariaDb.start(
            Path.of("target/mariadb/base").toAbsolutePath(), HOME, passwords, init, ARGUMENTS);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    var connection =
        DriverManager.getConnection(
            server.url() + "?useServerPrepStmts=true&useBulkStmts=true",
            "keeper",
            passwords.of("keeper"));
    var fulltext = new SearchSpeedFulltext(server, connection, corpus);
    fulltext.run("DROP DATABASE IF EXISTS speed", "CREATE DATABASE speed", "USE speed");
    return fulltext;
  }

  @Override
  void load(Iterator<List<Comment>> pages) throws SQLException {
    run(
        """
        CREATE TABLE comment (
          FTS_DOC_ID BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
          id CHAR(36) CHARACTER SET ascii NOT NULL,
          area VARCHAR(40) CHARACTER SET ascii NOT NULL,
          branch VARCHAR(40) CHARACTER SET ascii NOT NULL,
          grp VARCHAR(30) CHARACTER SET ascii NOT NULL,
          milestone VARCHAR(10) CHARACTER SET ascii NOT NULL,
          period VARCHAR(10) CHARACTER SET ascii NOT NULL,
          year CHAR(4) CHARACTER SET ascii NOT NULL,
          language VARCHAR(10) CHARACTER SET ascii NOT NULL,
          words TEXT NOT NULL
        ) ENGINE=InnoDB CHARACTER SET utf8mb4
        """);
    connection.setAutoCommit(false);
    var sql =
        "INSERT INTO comment (id, area, branch, grp, milestone, period, year, language, words)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (var insert = connection.prepareStatement(sql)) {
      while (pages.hasNext()) {
        for (var comment : pages.next()) {
          label(insert, 1, comment);
          insert.setString(9, comment.words().value());
          insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
      }
    }
    connection.setAutoCommit(true);
    run(
        "ALTER TABLE comment ADD INDEX (area), ADD INDEX (branch, grp, year), ADD INDEX (grp),"
            + " ADD INDEX (milestone), ADD INDEX (period), ADD INDEX (language)",
        "ALTER TABLE comment ADD FULLTEXT INDEX (words)",
        "ANALYZE TABLE comment");
  }

  @Override
  public String name() {
    return "FULLTEXT";
  }

  @Override
  public long ask(SearchSpeedQuestion question) throws SQLException {
    var words = asked(question);
    var found = " FROM comment WHERE " + MATCH + narrowed(question);
    if (question.kind() == SearchSpeedQuestion.Kind.AREAS) {
      return sum(with("SELECT area, COUNT(*)" + found + " GROUP BY area", words, 1, question));
    }
    first(question, words, found);
    return facets(question, words, found);
  }

  private void first(SearchSpeedQuestion question, String words, String found) throws SQLException {
    var hits = Pattern.compile("(?i)\\b(?:" + String.join("|", question.words()) + ")\\b");
    var top =
        with(
            "SELECT words, id, area, grp, milestone, period, language, "
                + MATCH
                + " AS score"
                + found
                + " ORDER BY score DESC LIMIT "
                + FIRST,
            words,
            2,
            question);
    try (var rows = top.executeQuery()) {
      while (rows.next()) {
        hits.matcher(rows.getString(1)).replaceAll("[$0]");
        for (int column = 2; column <= 8; column++) {
          rows.getString(column);
        }
      }
    }
  }

  private long facets(SearchSpeedQuestion question, String words, String found)
      throws SQLException {
    with(
            "CREATE OR REPLACE TEMPORARY TABLE hit ENGINE=MEMORY AS SELECT "
                + String.join(", ", PARTS)
                + found,
            words,
            1,
            question)
        .execute();
    long total = 0;
    try (var statement = connection.createStatement()) {
      for (var part : PARTS) {
        long sum = 0;
        try (var rows =
            statement.executeQuery("SELECT " + part + ", COUNT(*) FROM hit GROUP BY " + part)) {
          while (rows.next()) {
            rows.getString(1);
            sum += rows.getLong(2);
          }
        }
        total = sum;
      }
    }
    return total;
  }

  private static String asked(SearchSpeedQuestion question) {
    return switch (question.kind()) {
      case TERM, AREAS -> "+" + question.words().getFirst();
      case PHRASE -> question.typed();
      case ANY -> String.join(" ", question.words());
      case FILTERED -> "+" + String.join(" +", question.words()) + " -" + question.without();
    };
  }

  @Override
  public void close() throws SQLException, IOException {
    run("DROP DATABASE speed");
    super.close();
    server.close();
  }
}
