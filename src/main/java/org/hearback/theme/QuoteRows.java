package org.hearback.theme;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Quotes, as user {@code analyst}. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "analyst")
interface QuoteRows extends GenericRepository<QuoteRow, UUID> {

  /** 0 where the response is quoted already. */
  @Query(
      """
      INSERT IGNORE INTO feedback.quote (id, quoted, response, wording, manner, picked_by)
      VALUES (:id, :quoted, :response, :wording, :manner, :pickedBy)
      """)
  int add(UUID id, UUID quoted, UUID response, String wording, String manner, String pickedBy);

  /** All of comments that may be shown. */
  @Query(
      """
      SELECT q.id, q.quoted, q.response, q.wording, q.manner, q.verdict, q.objection, q.picked_by,
             q.checked_by, r.form,
             c.question, c.language, c.words, c.english, r.area, r.audience, r.age_band,
             r.milestone, r.period, r.language AS spoken
        FROM feedback.quote q
        JOIN feedback.comment c ON c.id = q.quoted
        JOIN feedback.response r ON r.id = c.response
       WHERE c.display = 'shown'
       ORDER BY q.id
      """)
  List<QuoteRow> all();

  /** 1 when nobody else has decided. */
  @Query(
      """
      UPDATE feedback.quote
         SET verdict = :verdict, objection = :objection, checked_by = :checkedBy
       WHERE id = :id AND verdict = 'waiting' AND picked_by <> :checkedBy
      """)
  int decide(UUID id, String verdict, String objection, String checkedBy);

  @Query("DELETE FROM feedback.quote WHERE id = :id")
  void remove(UUID id);

  @Query("DELETE FROM feedback.quote WHERE quoted = :comment")
  void removeOf(UUID comment);

  @Query(
      """
      DELETE FROM feedback.quote
       WHERE quoted NOT IN (SELECT id FROM feedback.comment)
      """)
  int removeOrphans();
}
