package org.hearback.theme;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** What hides a comment and what puts it right, as user {@code analyst}. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "analyst")
interface ReportRows extends GenericRepository<CommentRow, UUID> {

  /** 1 when this is what hid it. */
  @Query("UPDATE feedback.comment SET display = 'reported' WHERE id = :id AND display = 'shown'")
  int hide(UUID id);

  /** 1 when it was still waiting for a reader. */
  @Query(
      """
      UPDATE feedback.comment SET words = :words, english = :english, display = :display
       WHERE id = :id AND display = 'reported'
      """)
  int settle(UUID id, String words, String english, String display);

  @Query("UPDATE feedback.sequence SET value = value + 1 WHERE name = 'change'")
  int nextChange();

  @Query("SELECT value FROM feedback.sequence WHERE name = 'change'")
  long change();

  @Query("INSERT INTO feedback.change (no, comment) VALUES (:no, :comment)")
  void addChange(long no, UUID comment);

  /** Those that wait for a reader; in the order of their random ids, as no time is kept. */
  @Query(
      """
      SELECT c.id, c.response, r.form, r.form_version, c.question, c.language, c.words, c.english,
             c.display, r.area, r.audience, r.age_band, r.milestone, r.period, r.language AS spoken
        FROM feedback.comment c
        JOIN feedback.response r ON r.id = c.response
       WHERE c.display = 'reported'
       ORDER BY c.id
       LIMIT 200
      """)
  List<CommentRow> waiting();
}
