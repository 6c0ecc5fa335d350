package org.hearback.safeguarding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
interface ClearingRows extends GenericRepository<ClearingRow, UUID> {

  Optional<ClearingRow> findById(UUID envelope);

  @Query(
      """
      INSERT IGNORE INTO bridge.clearing (envelope, week, state, work)
      VALUES (:envelope, :week, :state, :work)
      """)
  int add(UUID envelope, String week, String state, byte[] work);

  /** 1 when the row was still queued; 0 when somebody else was first. */
  @Query(
      """
      UPDATE bridge.clearing SET state = 'cleared', work = :work
       WHERE envelope = :envelope AND state = 'queued'
      """)
  int clear(UUID envelope, byte[] work);

  @Query(
      """
      UPDATE bridge.clearing SET state = 'batched'
       WHERE envelope IN (:ids) AND state = 'cleared'
      """)
  int markBatched(List<UUID> ids);

  /** What a batch had taken and cannot deliver waits again. */
  @Query("UPDATE bridge.clearing SET state = 'cleared' WHERE state = 'batched'")
  int release();

  /** Flagged ones first, by when they are due; then those who were asked; then by age. */
  @Query(
      """
      SELECT e.id, e.week, e.level, e.due_at, e.sent_on, e.body, c.state,
             o.level AS concern, o.due_at AS concern_due
        FROM bridge.clearing c
        JOIN bridge.envelope e ON e.id = c.envelope
        LEFT JOIN bridge.concern o ON o.envelope = c.envelope AND o.state = 'open'
       WHERE e.week IN (:weeks)
         AND (c.state = 'queued' OR (c.state = 'cleared' AND o.envelope IS NOT NULL))
       ORDER BY o.due_at IS NULL, o.due_at, e.by_open_link, e.sent_on, c.envelope
       LIMIT :most
      """)
  List<QueuedRow> queue(List<String> weeks, int most);
}
