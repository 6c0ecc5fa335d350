package org.hearback.invitation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** What respondents asked for and nobody has carried out yet. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface StopRequestRows extends GenericRepository<StopRequestRow, byte[]> {

  @Query("SELECT token_hash FROM vault.stop_request LIMIT 500")
  List<StopRequestRow> open();

  @Query("DELETE FROM vault.stop_request WHERE token_hash = :tokenHash")
  void done(byte[] tokenHash);
}
