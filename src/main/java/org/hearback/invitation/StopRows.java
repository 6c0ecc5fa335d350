package org.hearback.invitation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;

/** The stop list, by keyed hash. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface StopRows extends GenericRepository<StopRow, byte[]> {

  @Query("INSERT IGNORE INTO vault.stop (reached_mac, since) VALUES (:mac, :since)")
  void add(byte[] mac, LocalDate since);

  @Query("SELECT COUNT(*) FROM vault.stop WHERE reached_mac = :mac")
  int listed(byte[] mac);
}
