package org.hearback.safeguarding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Each statement stands alone, so that whoever decides waits for none of them longer than it takes.
 */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
interface DeskRows extends GenericRepository<DeskRow, UUID> {

  @Query("SELECT * FROM bridge.desk WHERE ends_at > :now")
  List<DeskRow> now(LocalDateTime now);

  @Query("DELETE FROM bridge.desk WHERE ends_at <= :now")
  int forget(LocalDateTime now);

  /** 1 when it was this reader's, or left by anybody. */
  @Query(
      """
      UPDATE bridge.desk SET reader = :reader, state = :state, ends_at = :endsAt
       WHERE envelope = :envelope AND (reader = :reader OR state = 'left')
      """)
  int move(UUID envelope, String reader, String state, LocalDateTime endsAt);

  /**
   * 0 when another was first, or when it waits no more: this waits for a decision that is under
   * way, so that no row is left behind for an answer that is read.
   */
  @Query(
      """
      INSERT IGNORE INTO bridge.desk (envelope, reader, state, ends_at)
      SELECT envelope, :reader, :state, :endsAt FROM bridge.clearing
       WHERE envelope = :envelope AND state = 'queued'
      """)
  int add(UUID envelope, String reader, String state, LocalDateTime endsAt);

  /** What else this reader had open. */
  @Query(
      """
      DELETE FROM bridge.desk
       WHERE reader = :reader AND state = 'open' AND envelope <> :envelope
      """)
  void only(UUID envelope, String reader);

  @Query("DELETE FROM bridge.desk WHERE envelope = :envelope")
  void remove(UUID envelope);
}
