package org.hearback.theme;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What two databases have in common: rows of comments, prepared statements, filters. */
abstract class SearchSpeedSql implements SearchSpeedEngine {
  static final int FIRST = 20;

  /** The five parts of a label that are counted. */
  static final List<String> PARTS = List.of("area", "grp", "milestone", "period", "language");

  final Connection connection;
  private final SearchSpeedCorpus corpus;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  SearchSpeedSql(Connection connection, SearchSpeedCorpus corpus) {
    this.connection = connection;
    this.corpus = corpus;
  }

  /** Takes all comments up, in one transaction. */
  abstract void load(Iterator<List<Comment>> pages) throws SQLException;

  final void run(String... statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** id, area, branch, grp, milestone, period, year, language. */
  final void label(PreparedStatement row, int from, Comment comment) throws SQLException {
    var label = comment.label();
    int at = from;
    for (var value :
        List.of(
            comment.id().toString(),
            label.area(),
            corpus.branch(label),
            label.audience().group().name(),
            label.milestone(),
            label.period(),
            label.period().substring(0, 4),
            comment.language())) {
      row.setString(at++, value);
    }
  }

  /** Conditions for what the question narrows, to be put behind another one. */
  static String narrowed(SearchSpeedQuestion question) {
    return (question.branch().isEmpty() ? "" : " AND branch = ?")
        + (question.group().isEmpty() ? "" : " AND grp = ?")
        + (question.year().isEmpty() ? "" : " AND year = ?");
  }

  /** Values of the words, as often as they stand in the statement, and of what it narrows. */
  final PreparedStatement with(String sql, String words, int times, SearchSpeedQuestion question)
      throws SQLException {
    var statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    var values = new ArrayList<String>();
    for (int time = 0; time < times; time++) {
      values.add(words);
    }
    for (var narrow : List.of(question.branch(), question.group(), question.year())) {
      if (!narrow.isEmpty()) {
        values.add(narrow);
      }
    }
    for (int at = 0; at < values.size(); at++) {
      statement.setString(at + 1, values.get(at));
    }
    return statement;
  }

  /** Rows of a value and how often it stands there. */
  static long sum(PreparedStatement counts) throws SQLException {
    long sum = 0;
    try (var rows = counts.executeQuery()) {
      while (rows.next()) {
        rows.getString(1);
        sum += rows.getLong(2);
      }
    }
    return sum;
  }

  /** Reads the first rows as a page would need them. */
  static int read(PreparedStatement top) throws SQLException {
    int letters = 0;
    try (var rows = top.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          var value = rows.getString(column);
          letters += value == null ? 0 : value.length();
        }
      }
    }
    return letters;
  }

  @Override
  public void close() throws SQLException, IOException {
    for (var statement : prepared.values()) {
      statement.close();
    }
    connection.close();
  }
}
