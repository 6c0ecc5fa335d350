package org.hearback.reporting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The releases, and the counts that they are made from. Nothing here changes or deletes a row: it
 * may not.
 */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "analyst")
interface ReleaseRows extends GenericRepository<ReleaseRow, UUID> {

  @Query("SELECT * FROM feedback.published_release ORDER BY quarter DESC LIMIT 1")
  Optional<ReleaseRow> newest();

  /** The one whose newest quarter this is. */
  @Query("SELECT * FROM feedback.published_release WHERE quarter = :quarter")
  Optional<ReleaseRow> of(String quarter);

  /** All that were ever made, the oldest first. */
  @Query("SELECT * FROM feedback.published_release ORDER BY quarter")
  List<ReleaseRow> all();

  /** 0 when another node has made it. */
  @Query(
      """
      INSERT IGNORE INTO feedback.published_release (id, made_on, quarter)
      VALUES (:id, :madeOn, :quarter)
      """)
  int add(UUID id, LocalDate madeOn, String quarter);

  /**
   * Of those who were asked, in the time in which they were: {@link
   * org.hearback.anonymity.Label#OUTSIDE_FIGURES}. Whoever uses an open link chose to, and may have
   * come twice.
   */
  @Query(
      """
      SELECT r.area, r.audience, r.period, i.item,
             COUNT(*) AS base, SUM(i.standing = 'good') AS good
        FROM feedback.response r
        JOIN feedback.item i ON i.response = r.id
       WHERE r.milestone NOT IN ('open', 'late', 'open-late')
       GROUP BY r.area, r.audience, r.period, i.item
      """)
  List<TallyRow> tallies();
}
