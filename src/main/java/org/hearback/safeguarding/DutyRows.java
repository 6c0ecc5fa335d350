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

/** Envelopes and what duty does with them, as user {@code duty}. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
interface DutyRows extends GenericRepository<SealedRow, UUID> {
  String COLUMNS = "e.id, e.week, e.level, e.due_at, e.sent_on, e.body";

  Optional<SealedRow> findById(UUID id);

  @Query(
      "SELECT "
          + COLUMNS
          + """
           FROM bridge.envelope e
           LEFT JOIN bridge.clearing c ON c.envelope = e.id
          WHERE c.envelope IS NULL AND e.week IN (:weeks)
          ORDER BY e.id
          LIMIT :most
          """)
  List<SealedRow> unopened(List<String> weeks, int most);

  @Query(
      "SELECT "
          + COLUMNS
          + """
           FROM bridge.envelope e
           JOIN bridge.clearing c ON c.envelope = e.id AND c.state = 'cleared'
           LEFT JOIN bridge.concern o ON o.envelope = e.id AND o.state = 'open'
          WHERE e.sent_on <= :sentBy AND o.envelope IS NULL AND e.week IN (:weeks)
          """)
  List<SealedRow> cleared(LocalDate sentBy, List<String> weeks);

  @Query("SELECT id FROM bridge.envelope WHERE withdrawal_mac = :codeMac")
  List<UUID> withdrawable(byte[] codeMac);

  @Query("SELECT DISTINCT week FROM bridge.envelope")
  List<String> weeksInUse();

  @Query("SELECT COUNT(*) FROM bridge.envelope WHERE week NOT IN (:weeks)")
  long countBeyond(List<String> weeks);

  @Query("DELETE FROM bridge.envelope WHERE id = :id")
  void deleteEnvelope(UUID id);

  @Query("DELETE FROM bridge.envelope WHERE id IN (:ids) ORDER BY id")
  int deleteEnvelopes(List<UUID> ids);

  @Query("DELETE FROM bridge.clearing WHERE envelope IN (:ids) ORDER BY envelope")
  int deleteClearings(List<UUID> ids);

  @Query("DELETE FROM bridge.concern WHERE envelope IN (:ids) ORDER BY envelope")
  int deleteConcerns(List<UUID> ids);

  @Query("SELECT MIN(due_at) FROM bridge.concern WHERE state = 'open'")
  Optional<LocalDateTime> earliestDue();

  @Query(
      """
      SELECT MIN(e.sent_on) FROM bridge.envelope e
        LEFT JOIN bridge.clearing c ON c.envelope = e.id
       WHERE c.envelope IS NULL OR c.state = 'queued'
      """)
  Optional<LocalDate> oldestUnread();

  @Query(
      """
      SELECT MIN(e.sent_on) FROM bridge.envelope e
        LEFT JOIN bridge.clearing c ON c.envelope = e.id
       WHERE e.level = :level AND (c.envelope IS NULL OR c.state = 'queued')
      """)
  Optional<LocalDate> oldestUnread(String level);

  @Query(
      """
      SELECT MIN(e.sent_on) FROM bridge.envelope e
        JOIN bridge.clearing c ON c.envelope = e.id AND c.state <> 'queued'
      """)
  Optional<LocalDate> oldestCleared();
}
