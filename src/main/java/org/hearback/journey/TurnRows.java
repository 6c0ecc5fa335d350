package org.hearback.journey;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** The one row that whoever takes something in holds until the end of the transaction. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface TurnRows extends GenericRepository<TurnRow, Byte> {

  @Query("INSERT INTO vault.intake_turn (only) VALUES (1) ON DUPLICATE KEY UPDATE only = 1")
  void take();

  /** Somebody waits for the answer: not for long. */
  @Query(
      """
      SET STATEMENT innodb_lock_wait_timeout = 10 FOR
      INSERT INTO vault.intake_turn (only) VALUES (1) ON DUPLICATE KEY UPDATE only = 1
      """)
  void takeSoon();
}
