package org.hearback.theme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * SQLite's FTS5 with its English stemmer, in this process, with all of it in memory: words by
 * themselves, and labels in a narrow table beside them. It searches once and counts five times.
 */
final class SearchSpeedFts5 extends SearchSpeedSql {
  private static final String FOUND =
      " FROM words CROSS JOIN label ON label.no = words.rowid WHERE words MATCH ?";
  private static final String COUNTS =
      PARTS.stream()
          .map(part -> "SELECT " + part + ", COUNT(*), '" + part + "' FROM hit GROUP BY " + part)
          .collect(Collectors.joining(" UNION ALL "));

  private final Path file;

  private SearchSpeedFts5(Path file, java.sql.Connection connection, SearchSpeedCorpus corpus) {
    super(connection, corpus);
    this.file = file;
  }

  static SearchSpeedFts5 start(Path file, SearchSpeedCorpus corpus)
      throws SQLException, IOException {
    Files.deleteIfExists(file);
    var fts5 =
        new SearchSpeedFts5(file, DriverManager.getConnection("jdbc:sqlite:" + file), corpus);
    fts5.run(
        "PRAGMA journal_mode = OFF",
        "PRAGMA synchronous = OFF",
        "PRAGMA cache_size = -2000000",
        "PRAGMA mmap_size = 8000000000",
        "PRAGMA temp_store = MEMORY");
    return fts5;
  }

  @Override
  void load(Iterator<List<Comment>> pages) throws SQLException {
    run(
        "CREATE VIRTUAL TABLE words USING fts5(said, tokenize = 'porter unicode61')",
        """
        CREATE TABLE label (no INTEGER PRIMARY KEY, id TEXT, area TEXT, branch TEXT, grp TEXT,
          milestone TEXT, period TEXT, year TEXT, language TEXT)
        """);
    connection.setAutoCommit(false);
    long no = 0;
    try (var words = connection.prepareStatement("INSERT INTO words (rowid, said) VALUES (?, ?)");
        var label =
            connection.prepareStatement("INSERT INTO label VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      while (pages.hasNext()) {
        for (var comment : pages.next()) {
          no++;
          words.setLong(1, no);
          words.setString(2, comment.words().value());
          words.addBatch();
          label.setLong(1, no);
          label(label, 2, comment);
          label.addBatch();
        }
        words.executeBatch();
        label.executeBatch();
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
    run(
        "INSERT INTO words (words) VALUES ('optimize')",
        "CREATE INDEX label_narrowed ON label (branch, grp, year)",
        "ANALYZE");
  }

  @Override
  public String name() {
    return "FTS5";
  }

  @Override
  public long ask(SearchSpeedQuestion question) throws SQLException {
    var words = asked(question);
    var found = FOUND + narrowed(question);
    if (question.kind() == SearchSpeedQuestion.Kind.AREAS) {
      return sum(with("SELECT area, COUNT(*)" + found + " GROUP BY area", words, 1, question));
    }
    read(
        with(
            "SELECT highlight(words, 0, '[', ']'), id, area, grp, milestone, period, language,"
                + " words.rank"
                + found
                + " ORDER BY words.rank LIMIT "
                + FIRST,
            words,
            1,
            question));
    var counts =
        "WITH hit AS MATERIALIZED (SELECT " + String.join(", ", PARTS) + found + ") " + COUNTS;
    return sum(with(counts, words, 1, question)) / PARTS.size();
  }

  private static String asked(SearchSpeedQuestion question) {
    var quoted = question.words().stream().map(word -> "\"" + word + "\"").toList();
    return switch (question.kind()) {
      case TERM, AREAS -> quoted.getFirst();
      case PHRASE -> question.typed();
      case ANY -> String.join(" OR ", quoted);
      case FILTERED -> "(" + String.join(" AND ", quoted) + ") NOT \"" + question.without() + "\"";
    };
  }

  @Override
  public void close() throws SQLException, IOException {
    super.close();
    Files.deleteIfExists(file);
  }
}
