package org.hearback.invitation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;

/** The stop list, by keyed hash. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface StopRows extends GenericRepository<StopRow, byte[]> {

  @Query("INSERT IGNORE INTO vault.stop (phone_mac, since) VALUES (:phoneMac, :since)")
  void add(byte[] phoneMac, LocalDate since);

  @Query("SELECT COUNT(*) FROM vault.stop WHERE phone_mac = :phoneMac")
  int listed(byte[] phoneMac);
}
