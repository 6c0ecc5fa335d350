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
      SELECT i.spent, i.form, i.form_version, i.language, l.expires_at, l.stopped
        FROM vault.link l JOIN vault.invitation i ON i.id = l.invitation
       WHERE l.token_hash = :tokenHash
      """)
  Optional<OpenRow> find(byte[] tokenHash);
}
