package org.hearback.theme;

import java.sql.SQLException;
import java.util.UUID;
import org.hearback.TestDatabase;

/** Puts responses into the feedback store as a de-link would leave them. */
final class Feedback {
  private final TestDatabase database;
  private long change;

  Feedback(TestDatabase database) {
    this.database = database;
  }

  /** A label that differs from the usual one in a few places. */
  record At(
      String area, String audience, String age, String milestone, String period, String language) {
    static At usual() {
      return new At("family-help-north", "PARENT", "", "M3", "2026-11", "en");
    }

    At area(String other) {
      return new At(other, audience, age, milestone, period, language);
    }

    At audience(String other) {
      return new At(area, other, age, milestone, period, language);
    }

    At aged(String other) {
      return new At(area, audience, other, milestone, period, language);
    }

    At milestone(String other) {
      return new At(area, audience, age, other, period, language);
    }

    At period(String other) {
      return new At(area, audience, age, milestone, other, language);
    }

    At language(String other) {
      return new At(area, audience, age, milestone, period, other);
    }
  }

  UUID say(String words) throws SQLException {
    return say(words, At.usual());
  }

  /** A batch of its own with one comment; returns the response. */
  UUID say(String words, At at) throws SQLException {
    change++;
    var response = UUID.randomUUID();
    var comment = UUID.randomUUID();
    return database.transaction(connection -> {
      run(
          connection,
          "INSERT INTO feedback.response VALUES (?, 'assessment-parent', 1, ?, ?, ?, ?, ?, ?)",
          response.toString(),
          at.area(),
          at.audience(),
          at.age(),
          at.milestone(),
          at.period(),
          at.language().equals("und") ? "" : at.language());
      run(
          connection,
          "INSERT INTO feedback.comment (id, response, question, language, words) VALUES (?, ?,"
              + " 'words', ?, ?)",
          comment.toString(),
          response.toString(),
          at.language(),
          words);
      run(connection, "INSERT INTO feedback.change VALUES (?, ?)", change, comment.toString());
      run(connection, "UPDATE feedback.sequence SET value = ? WHERE name = 'change'", change);
      return response;
    });
  }

  /** One more comment of a response. */
  void sayMore(UUID response, String words) throws SQLException {
    change++;
    database.execute(
        "INSERT INTO feedback.comment (id, response, question, language, words) SELECT '%s', id,"
                .formatted(UUID.randomUUID())
            + " 'change', language, '%s' FROM feedback.response WHERE id = '%s'"
                .formatted(words, response));
    database.execute(
        "INSERT INTO feedback.change SELECT %d, id FROM feedback.comment WHERE response = '%s'"
            .formatted(change, response));
    database.execute("UPDATE feedback.sequence SET value = " + change + " WHERE name = 'change'");
  }

  /** Says that the comment of a response is another one now. */
  void changeAgain(UUID response) throws SQLException {
    change++;
    database.execute(
        "INSERT INTO feedback.change SELECT "
            + change
            + ", id FROM feedback.comment WHERE response = '"
            + response
            + "'");
    database.execute("UPDATE feedback.sequence SET value = " + change + " WHERE name = 'change'");
  }

  /** The only comment of a response. */
  UUID commentOf(UUID response) throws SQLException {
    return UUID.fromString(
        database
            .column("SELECT id FROM feedback.comment WHERE response = '" + response + "'")
            .getFirst());
  }

  /** A batch in which nobody wrote anything. */
  void silentBatch() throws SQLException {
    change++;
    database.execute("UPDATE feedback.sequence SET value = " + change + " WHERE name = 'change'");
  }

  private static void run(java.sql.Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
