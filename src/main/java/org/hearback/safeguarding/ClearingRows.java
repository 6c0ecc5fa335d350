package org.hearback.safeguarding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
interface ClearingRows extends GenericRepository<ClearingRow, UUID> {
  String QUEUED =
      """
      SELECT e.id, e.week, e.level, e.due_at, e.sent_on, e.body, c.state,
             o.level AS concern, o.due_at AS concern_due, o.owner AS concern_owner
        FROM bridge.clearing c
        JOIN bridge.envelope e ON e.id = c.envelope
        LEFT JOIN bridge.concern o ON o.envelope = c.envelope AND o.state = 'open'
       WHERE e.week IN (:weeks) AND e.by_open_link = :byOpenLink
      """;

  Optional<ClearingRow> findById(UUID envelope);

  /**
   * The state, and until the transaction ends nobody else changes this row. To be asked before
   * anything else is read: what is read after it is then what it was when the lock was got.
   */
  @Query("SELECT state FROM bridge.clearing WHERE envelope = :envelope FOR UPDATE")
  Optional<String> lock(UUID envelope);

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

  /**
   * Those of them that are cleared, locked in one order so that nobody waits in a circle. To be
   * asked for before anything else is read: whoever holds, unlocks or worries about one takes this
   * lock first, and what was read before it was got may be older than what they did.
   */
  @Query(
      """
      SELECT envelope FROM bridge.clearing
       WHERE envelope IN (:ids) AND state = 'cleared'
       ORDER BY envelope FOR UPDATE
      """)
  List<UUID> lockCleared(List<UUID> ids);

  /** Those of them that nothing keeps. */
  @Query(
      "SELECT c.envelope FROM bridge.clearing c WHERE c.envelope IN (:ids) AND "
          + DutyRows.NOTHING_KEEPS)
  List<UUID> free(List<UUID> ids);

  @Query("UPDATE bridge.clearing SET state = 'batched' WHERE envelope IN (:ids) ORDER BY envelope")
  void markBatched(List<UUID> ids);

  /** What a batch had taken and cannot deliver waits again. */
  @Query("UPDATE bridge.clearing SET state = 'cleared' WHERE state = 'batched'")
  int release();

  /** New work of an answer that is read and waits to leave; 0 when it has left meanwhile. */
  @Query(
      """
      UPDATE bridge.clearing SET work = :work
       WHERE envelope = :envelope AND state = 'cleared'
      """)
  int rework(UUID envelope, byte[] work);

  /** What is read and has waited long to leave. */
  @Query(
      """
      SELECT e.id, e.week, e.level, e.due_at, e.sent_on, e.body, c.state,
             NULL AS concern, NULL AS concern_due, NULL AS concern_owner
        FROM bridge.clearing c
        JOIN bridge.envelope e ON e.id = c.envelope
       WHERE e.week IN (:weeks) AND c.state = 'cleared' AND e.sent_on <= :sentBy
       ORDER BY e.sent_on, c.envelope
       LIMIT :most
      """)
  List<QueuedRow> waiting(List<String> weeks, LocalDate sentBy, int most);

  /**
   * What waits to be read: flagged ones first, by when they are due; then by age. Those by open
   * links are asked for apart: anybody can send many, and they must push nobody else's out of
   * sight.
   *
   * @param from how many of them to pass over
   */
  @Query(
      QUEUED
          + """
             AND c.state = 'queued'
           ORDER BY o.due_at IS NULL, o.due_at, e.sent_on, c.envelope
           LIMIT :from, :most
          """)
  List<QueuedRow> unread(boolean byOpenLink, List<String> weeks, int from, int most);

  /** What is read and whose concern is open. */
  @Query(
      QUEUED
          + """
             AND c.state = 'cleared' AND o.envelope IS NOT NULL
           ORDER BY o.due_at, c.envelope
           LIMIT :most
          """)
  List<QueuedRow> worries(boolean byOpenLink, List<String> weeks, int most);
}
