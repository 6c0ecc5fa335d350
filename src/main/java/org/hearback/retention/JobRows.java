package org.hearback.retention;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "clerk")
interface JobRows extends GenericRepository<JobRow, String> {

  Optional<JobRow> findById(String name);

  @Query("SELECT name, ended_at, outcome FROM office.job")
  List<JobRow> all();

  @Query(
      """
      INSERT INTO office.job (name, ended_at, outcome) VALUES (:name, :endedAt, :outcome)
      ON DUPLICATE KEY UPDATE ended_at = :endedAt, outcome = :outcome
      """)
  void keep(String name, LocalDateTime endedAt, String outcome);
}
