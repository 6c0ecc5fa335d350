package org.hearback.safeguarding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
interface BatchRows extends GenericRepository<BatchRow, UUID> {

  List<BatchRow> findAll();

  @Query("INSERT INTO bridge.batch (id, week, drawn) VALUES (:id, :week, :drawn)")
  void add(UUID id, String week, byte[] drawn);

  @Query("DELETE FROM bridge.batch WHERE id = :id")
  void remove(UUID id);
}
