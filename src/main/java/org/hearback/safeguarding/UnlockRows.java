package org.hearback.safeguarding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Each step says from which state it leads: of two who press at once, one finds it taken. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
interface UnlockRows extends GenericRepository<UnlockRow, UUID> {

  Optional<UnlockRow> findById(UUID id);

  @Query("SELECT * FROM bridge.unlock_request WHERE envelope = :envelope ORDER BY id")
  List<UnlockRow> of(UUID envelope);

  /** What somebody has something to do about. */
  @Query(
      """
      SELECT * FROM bridge.unlock_request
       WHERE state IN ('asked', 'open', 'shut')
       ORDER BY state = 'asked' DESC, account_due, lapses_at, id
      """)
  List<UnlockRow> live();

  void save(UnlockRow row);

  @Query(
      """
      UPDATE bridge.unlock_request
         SET state = 'open', decided_by = :by, decided_as = :role, shuts_at = :shutsAt,
             account_due = :accountDue
       WHERE id = :id AND state = 'asked' AND lapses_at > :now
         AND asked_by <> :by AND asked_as <> :role
      """)
  int grant(
      UUID id,
      String by,
      String role,
      LocalDateTime now,
      LocalDateTime shutsAt,
      LocalDateTime accountDue);

  @Query(
      """
      UPDATE bridge.unlock_request SET state = 'refused', decided_by = :by, decided_as = :role
       WHERE id = :id AND state = 'asked' AND asked_by <> :by AND asked_as <> :role
      """)
  int refuse(UUID id, String by, String role);

  @Query(
      """
      UPDATE bridge.unlock_request SET state = 'accounted'
       WHERE id = :id AND state IN ('open', 'shut') AND NOT (alone AND asked_by = :by)
      """)
  int account(UUID id, String by);

  /** Whose time is over, whether it was granted or only asked for. */
  @Query(
      """
      SELECT id FROM bridge.unlock_request
       WHERE state = 'open' AND shuts_at <= :now OR state = 'asked' AND lapses_at <= :now
      """)
  List<UUID> over(LocalDateTime now);

  /** One row a statement: two nodes that end the same ones at once cannot wait in a circle. */
  @Query(
      """
      UPDATE bridge.unlock_request SET state = IF(state = 'open', 'shut', 'lapsed')
       WHERE id = :id
         AND (state = 'open' AND shuts_at <= :now OR state = 'asked' AND lapses_at <= :now)
      """)
  int end(UUID id, LocalDateTime now);

  @Query(
      """
      SELECT MIN(account_due) FROM bridge.unlock_request WHERE state IN ('open', 'shut')
      """)
  Optional<LocalDateTime> firstAccountDue();

  @Query(
      """
      SELECT COUNT(*) > 0 FROM bridge.unlock_request WHERE alone AND state IN ('open', 'shut')
      """)
  boolean anyAlone();
}
