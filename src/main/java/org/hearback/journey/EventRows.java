package org.hearback.journey;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface EventRows extends GenericRepository<EventRow, UUID> {
  Optional<EventRow> findBySourceAndSourceEventId(String source, String sourceEventId);

  Optional<EventRow> findById(UUID id);

  List<EventRow> findByStateOrderByOccurredOn(String state);

  EventRow save(EventRow row);

  void update(EventRow row);

  @Query("UPDATE vault.milestone_event SET state = 'weighed' WHERE id = :id AND state = 'new'")
  void weighed(UUID id);

  @Query("DELETE FROM vault.milestone_event WHERE occurred_on < :day AND state <> 'new'")
  int forget(LocalDate day);

  @Query(
      """
      UPDATE vault.milestone_event SET state = 'cancelled'
       WHERE source = :source AND source_event_id = :sourceEventId AND state <> 'cancelled'
      """)
  int cancel(String source, String sourceEventId);
}
