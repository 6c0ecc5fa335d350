package org.hearback.retention;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What was hidden or taken out, as user {@code clerk}. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "clerk")
interface ErasureRows extends GenericRepository<ErasureRow, UUID> {

  @Query(
      """
      INSERT INTO office.erasure (comment, hidden_on, outcome) VALUES (:comment, :day, 'waiting')
      ON DUPLICATE KEY UPDATE hidden_on = :day, settled_on = NULL, outcome = 'waiting'
      """)
  void hidden(UUID comment, LocalDate day);

  @Query(
      """
      INSERT INTO office.erasure (comment, hidden_on, settled_on, outcome)
      VALUES (:comment, :day, :day, :outcome)
      ON DUPLICATE KEY UPDATE settled_on = :day, outcome = :outcome
      """)
  void settled(UUID comment, LocalDate day, String outcome);

  @Query("SELECT * FROM office.erasure ORDER BY hidden_on, comment")
  List<ErasureRow> all();

  @Query("SELECT * FROM office.erasure WHERE comment = :comment")
  List<ErasureRow> of(UUID comment);

  /** What was put back as it was is in no backup that could show too much. */
  @Query(
      """
      SELECT comment FROM office.erasure
       WHERE outcome <> 'kept' AND (hidden_on = :day OR settled_on = :day)
       ORDER BY comment
      """)
  List<UUID> on(LocalDate day);

  @Query("DELETE FROM office.erasure WHERE settled_on < :before")
  int forget(LocalDate before);
}
