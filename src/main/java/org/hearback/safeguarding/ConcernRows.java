package org.hearback.safeguarding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
interface ConcernRows extends GenericRepository<ConcernRow, UUID> {

  Optional<ConcernRow> findById(UUID envelope);

  @Query(
      """
      INSERT INTO bridge.concern (envelope, level, due_at, state)
      VALUES (:envelope, :level, :dueAt, 'open')
      ON DUPLICATE KEY UPDATE level = :level, due_at = :dueAt, state = 'open'
      """)
  void open(UUID envelope, String level, LocalDateTime dueAt);

  @Query("SELECT * FROM bridge.concern WHERE state = 'open' ORDER BY due_at, envelope LIMIT 100")
  List<ConcernRow> open();

  @Query("UPDATE bridge.concern SET owner = :owner WHERE envelope = :envelope AND state = 'open'")
  void own(UUID envelope, String owner);

  @Query("UPDATE bridge.concern SET state = 'closed' WHERE envelope = :envelope AND state = 'open'")
  int close(UUID envelope);
}
