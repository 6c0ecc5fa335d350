package org.hearback.invitation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Open links as {@code courier} makes and closes them. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface OpenLinkRows extends GenericRepository<OpenLinkRow, UUID> {

  void save(OpenLinkRow row);

  Optional<OpenLinkRow> findById(UUID id);

  @Query("SELECT * FROM vault.open_link WHERE token_hash = :tokenHash")
  Optional<OpenLinkRow> findByTokenHash(byte[] tokenHash);

  @Query("SELECT * FROM vault.open_link ORDER BY closed, area, place, id")
  List<OpenLinkRow> all();

  @Query("UPDATE vault.open_link SET closed = TRUE WHERE id = :id")
  int close(UUID id);
}
