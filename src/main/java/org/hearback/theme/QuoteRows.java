package org.hearback.theme;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Quotes, as user {@code analyst}. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "analyst")
interface QuoteRows extends GenericRepository<QuoteRow, UUID> {

  /**
   * 0 where the response is quoted already, or the comment is not shown any more as it was read. It
   * waits for whoever hides or changes the comment in this moment, and they for it.
   */
  @Query(
      """
      INSERT IGNORE INTO feedback.quote (id, quoted, response, wording, manner, picked_by)
      SELECT :id, c.id, c.response, :wording, :manner, :pickedBy
        FROM feedback.comment c
       WHERE c.id = :quoted
         AND c.display = 'shown'
         AND c.words = :words
         AND c.english = :english
        LOCK IN SHARE MODE
      """)
  int add(
      UUID id,
      UUID quoted,
      String words,
      String english,
      String wording,
      String manner,
      String pickedBy);

  /** Where all of comments that may be shown stand. */
  @Query(
      """
      SELECT q.id, q.verdict, q.picked_by, r.area
        FROM feedback.quote q
        JOIN feedback.comment c ON c.id = q.quoted
        JOIN feedback.response r ON r.id = c.response
       WHERE c.display = 'shown'
       ORDER BY q.id
      """)
  List<QuotePlaceRow> places();

  /** Those of some that may be shown, with their comments. */
  @Query(
      """
      SELECT q.id, q.quoted, q.response, q.wording, q.manner, q.verdict, q.objection, q.picked_by,
             q.checked_by, r.form,
             c.question, c.language, c.words, c.english, r.area, r.audience, r.age_band,
             r.milestone, r.period, r.language AS spoken
        FROM feedback.quote q
        JOIN feedback.comment c ON c.id = q.quoted
        JOIN feedback.response r ON r.id = c.response
       WHERE q.id IN (:ids)
         AND c.display = 'shown'
      """)
  List<QuoteRow> some(List<UUID> ids);

  /** Those of some areas that may be printed, without their comments. */
  @Query(
      """
      SELECT q.id, q.quoted, q.response, q.wording, q.manner, q.verdict, q.objection, q.picked_by,
             q.checked_by, r.form,
             c.question, c.language, '' AS words, '' AS english, r.area, r.audience, r.age_band,
             r.milestone, r.period, r.language AS spoken
        FROM feedback.quote q
        JOIN feedback.comment c ON c.id = q.quoted
        JOIN feedback.response r ON r.id = c.response
       WHERE q.verdict = 'checked'
         AND c.display = 'shown'
         AND r.area IN (:areas)
       ORDER BY q.id
      """)
  List<QuoteRow> printable(Collection<String> areas);

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
