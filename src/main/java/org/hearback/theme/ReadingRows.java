package org.hearback.theme;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the reading room and its index see of the feedback store, as user {@code analyst}. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "analyst")
interface ReadingRows extends GenericRepository<CommentRow, UUID> {

  /** The number of the last batch that came in. */
  @Query("SELECT value FROM feedback.sequence WHERE name = 'change'")
  long lastChange();

  /**
   * Changes are kept for days only: what lies before this one is forgotten. 0 when none is kept.
   */
  @Query("SELECT COALESCE(MIN(no), 0) FROM feedback.change")
  long oldestChange();

  /** One comment of a batch; empty when it has none or the change is forgotten. */
  @Query("SELECT COALESCE(MIN(CAST(comment AS CHAR)), '') FROM feedback.change WHERE no = :no")
  String mark(long no);

  @Query(
      """
      SELECT c.id, c.response, r.form, r.form_version, c.question, c.language, c.words, c.english,
             c.display, r.area, r.audience, r.age_band, r.milestone, r.period, r.language AS spoken
        FROM feedback.change h
        JOIN feedback.comment c ON c.id = h.comment
        JOIN feedback.response r ON r.id = c.response
       WHERE h.no > :after
         AND h.no <= :upTo
         AND c.display = 'shown'
      """)
  List<CommentRow> changed(long after, long upTo);

  /** Comments that came, changed or went. */
  @Query("SELECT comment FROM feedback.change WHERE no > :after AND no <= :upTo")
  List<UUID> touched(long after, long upTo);

  /** Comments that changed and are no longer shown, or no longer there. */
  @Query(
      """
      SELECT h.comment
        FROM feedback.change h
        LEFT JOIN feedback.comment c ON c.id = h.comment
       WHERE h.no > :after
         AND h.no <= :upTo
         AND (c.id IS NULL OR c.display <> 'shown')
      """)
  List<UUID> gone(long after, long upTo);

  /** Those of some comments that may still be shown. */
  @Query("SELECT id FROM feedback.comment WHERE id IN (:comments) AND display = 'shown'")
  List<UUID> shown(List<UUID> comments);

  /** Those of some comments that may be shown, whole. */
  @Query(
      """
      SELECT c.id, c.response, r.form, r.form_version, c.question, c.language, c.words, c.english,
             c.display, r.area, r.audience, r.age_band, r.milestone, r.period, r.language AS spoken
        FROM feedback.comment c
        JOIN feedback.response r ON r.id = c.response
       WHERE c.id IN (:comments)
         AND c.display = 'shown'
      """)
  List<CommentRow> some(List<UUID> comments);

  /** The same, but for what was said. */
  @Query(
      """
      SELECT c.id, c.response, r.form, r.form_version, c.question, c.language, '' AS words,
             '' AS english, c.display, r.area, r.audience, r.age_band, r.milestone, r.period,
             r.language AS spoken
        FROM feedback.comment c
        JOIN feedback.response r ON r.id = c.response
       WHERE c.id IN (:comments)
         AND c.display = 'shown'
      """)
  List<CommentRow> withoutWords(List<UUID> comments);

  /** Those of some comments that are shown, or may be again. */
  @Query("SELECT id FROM feedback.comment WHERE id IN (:comments) AND display <> 'taken'")
  List<UUID> left(List<UUID> comments);

  @Query("SELECT COUNT(*) FROM feedback.comment WHERE display = 'shown'")
  long shown();

  /** All comments that may be shown, page by page. */
  @Query(
      """
      SELECT c.id, c.response, r.form, r.form_version, c.question, c.language, c.words, c.english,
             c.display, r.area, r.audience, r.age_band, r.milestone, r.period, r.language AS spoken
        FROM feedback.comment c
        JOIN feedback.response r ON r.id = c.response
       WHERE c.id > :after
         AND c.display = 'shown'
       ORDER BY c.id
       LIMIT 1000
      """)
  List<CommentRow> page(UUID after);

  @Query(
      """
      SELECT c.id, c.response, r.form, r.form_version, c.question, c.language, c.words, c.english,
             c.display, r.area, r.audience, r.age_band, r.milestone, r.period, r.language AS spoken
        FROM feedback.comment c
        JOIN feedback.response r ON r.id = c.response
       WHERE c.response = :response
       ORDER BY c.question, c.id
      """)
  List<CommentRow> comments(UUID response);

  @Query(
      """
      SELECT c.id, c.response, r.form, r.form_version, c.question, c.language, c.words, c.english,
             c.display, r.area, r.audience, r.age_band, r.milestone, r.period, r.language AS spoken
        FROM feedback.comment c
        JOIN feedback.response r ON r.id = c.response
       WHERE c.id = :comment
      """)
  Optional<CommentRow> comment(UUID comment);

  @Query("SELECT COUNT(*) > 0 FROM feedback.comment WHERE id = :comment")
  boolean isThere(UUID comment);

  @Query("SELECT * FROM feedback.response WHERE id = :id")
  Optional<AnswerRow> response(UUID id);

  @Query("SELECT * FROM feedback.tick WHERE response = :response ORDER BY question, pick")
  List<TickRow> ticks(UUID response);
}
