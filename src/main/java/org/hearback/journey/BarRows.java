package org.hearback.journey;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface BarRows extends GenericRepository<BarRow, BarRow.Key> {

  @Query(
      """
      SELECT reason FROM vault.bar
       WHERE source = :source AND source_event_id = :sourceEventId AND person_id = :personId
      """)
  List<String> reasons(String source, String sourceEventId, String personId);

  @Query(
      """
      REPLACE INTO vault.bar (source, source_event_id, reason, person_id, family, seen_on)
      VALUES (:source, :sourceEventId, :reason, :personId, :family, :day)
      """)
  void put(
      String source,
      String sourceEventId,
      String reason,
      String personId,
      boolean family,
      LocalDate day);

  @Query(
      """
      UPDATE vault.bar SET seen_on = :day
       WHERE source = :source AND source_event_id = :sourceEventId AND seen_on < :day
      """)
  void seen(String source, String sourceEventId, LocalDate day);

  /** As long as somebody may be asked whom it is about, it stops the message. */
  @Query(
      """
      DELETE FROM vault.bar
       WHERE seen_on < :day
         AND person_id NOT IN (SELECT person_id FROM vault.contact)
       LIMIT 1000
      """)
  int forget(LocalDate day);

  @Query("DELETE FROM vault.bar WHERE source = :source AND source_event_id = :sourceEventId")
  int lift(String source, String sourceEventId);

  /**
   * What stops messages about a child: its own bars, and those of its family that reach everybody
   * in it.
   */
  @Query(
      """
      SELECT reason FROM vault.bar WHERE person_id = :personId
       UNION
      SELECT b.reason FROM vault.contact c
        JOIN vault.bar b ON b.person_id = c.person_id AND b.family
       WHERE c.family_id = :familyId
       ORDER BY reason
      """)
  List<String> stopping(String personId, String familyId);
}
