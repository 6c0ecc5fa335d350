package org.hearback.invitation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** What a link opens: as {@code collector}, on connections that commit by themselves. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "link")
interface OpenRows extends GenericRepository<OpenRow, UUID> {

  @Query(
      """
      SELECT spent, form, form_version, language, expires_at, stopped
        FROM vault.link
       WHERE token_hash = :tokenHash
      """)
  Optional<OpenRow> find(byte[] tokenHash);

  @Query(
      """
      SELECT form, form_version, language, kind, closed
        FROM vault.open_link
       WHERE token_hash = :tokenHash
      """)
  Optional<OpenDoorRow> door(byte[] tokenHash);
}
