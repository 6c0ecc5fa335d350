package org.hearback.safeguarding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
interface HoldRows extends GenericRepository<HoldRow, UUID> {

  Optional<HoldRow> findById(UUID envelope);

  @Query("SELECT * FROM bridge.hold ORDER BY ends_at, envelope")
  List<HoldRow> all();

  /** A hold that is there keeps its key and gets the new reason and end. */
  @Query(
      """
      INSERT INTO bridge.hold (envelope, key_name, reason, ends_at)
      VALUES (:envelope, :keyName, :reason, :endsAt)
      ON DUPLICATE KEY UPDATE reason = :reason, ends_at = :endsAt
      """)
  void place(UUID envelope, String keyName, String reason, LocalDateTime endsAt);

  /** Those that are not sealed under their own key yet. */
  @Query(
      """
      SELECT h.* FROM bridge.hold h
        JOIN bridge.envelope e ON e.id = h.envelope
       WHERE e.week <> h.key_name
       ORDER BY h.envelope
      """)
  List<HoldRow> unsealed();

  @Query("UPDATE bridge.envelope SET week = :key, body = :body WHERE id = :envelope")
  int resealEnvelope(UUID envelope, String key, byte[] body);

  @Query("UPDATE bridge.clearing SET week = :key, work = :work WHERE envelope = :envelope")
  int resealClearing(UUID envelope, String key, byte[] work);

  @Query("UPDATE bridge.unlock_request SET week = :key, note = :note WHERE id = :id")
  int resealNote(UUID id, String key, byte[] note);

  /** Open concerns of answers whose window is over and that nobody holds. */
  @Query(
      """
      SELECT o.envelope FROM bridge.concern o
        JOIN bridge.envelope e ON e.id = o.envelope
        LEFT JOIN bridge.hold h ON h.envelope = o.envelope
       WHERE o.state = 'open' AND h.envelope IS NULL AND e.sent_on <= :sentBy
       ORDER BY o.envelope
      """)
  List<UUID> concernsBeyond(LocalDate sentBy);

  @Query(
      """
      DELETE FROM bridge.hold
       WHERE envelope = :envelope AND reason = :reason AND ends_at = :endsAt
      """)
  int end(UUID envelope, String reason, LocalDateTime endsAt);

  /** Holds of a concern that is closed, and others whose time is over. */
  @Query(
      """
      SELECT h.* FROM bridge.hold h
        LEFT JOIN bridge.concern o ON o.envelope = h.envelope AND o.state = 'open'
       WHERE (h.reason = 'concern' AND o.envelope IS NULL)
          OR (h.reason <> 'concern' AND h.ends_at <= :now)
       ORDER BY h.envelope
      """)
  List<HoldRow> over(LocalDateTime now);

  @Query("SELECT MIN(ends_at) FROM bridge.hold")
  Optional<LocalDateTime> firstEnd();
}
