package org.hearback.safeguarding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
interface TallyRows extends GenericRepository<TallyRow, UUID> {

  @Query(
      """
      INSERT INTO bridge.clearing_tally (day, reader, level, answers, id)
      VALUES (:day, :reader, :level, 1, :id)
      ON DUPLICATE KEY UPDATE answers = answers + 1
      """)
  void count(LocalDate day, String reader, String level, UUID id);

  @Query("SELECT * FROM bridge.clearing_tally WHERE day < :today ORDER BY day, reader, level")
  List<TallyRow> finished(LocalDate today);

  /** Nobody else reads or counts these until the transaction is over. */
  @Query(
      """
      SELECT * FROM bridge.clearing_tally
       WHERE day = :day AND reader = :reader
       ORDER BY level
         FOR UPDATE
      """)
  List<TallyRow> take(LocalDate day, String reader);

  @Query("DELETE FROM bridge.clearing_tally WHERE day = :day AND reader = :reader")
  void remove(LocalDate day, String reader);
}
