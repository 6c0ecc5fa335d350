package org.hearback.safeguarding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "duty")
interface WithdrawalRows extends GenericRepository<WithdrawalRow, UUID> {

  List<WithdrawalRow> findAll();

  @Query("DELETE FROM bridge.withdrawal WHERE id = :id")
  void remove(UUID id);
}
