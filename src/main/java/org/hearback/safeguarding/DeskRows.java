package org.hearback.safeguarding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** Each statement stands alone: none of them waits for a lock while it holds another. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
interface DeskRows extends GenericRepository<DeskRow, UUID> {

  @Query("SELECT * FROM bridge.desk WHERE ends_at > :now")
  List<DeskRow> now(LocalDateTime now);

  @Query("DELETE FROM bridge.desk WHERE ends_at <= :now")
  void forget(LocalDateTime now);

  /** 1 when it was this reader's, or left by anybody. */
  @Query(
      """
      UPDATE bridge.desk SET reader = :reader, state = :state, ends_at = :endsAt
       WHERE envelope = :envelope AND (reader = :reader OR state = 'left')
      """)
  int move(UUID envelope, String reader, String state, LocalDateTime endsAt);

  /** 0 when another was first. */
  @Query(
      """
      INSERT IGNORE INTO bridge.desk (envelope, reader, state, ends_at)
      VALUES (:envelope, :reader, :state, :endsAt)
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
