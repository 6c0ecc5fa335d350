package org.hearback.invitation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.UUID;

/** Links as {@code courier} makes, closes and forgets them. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface LinkRows extends GenericRepository<LinkRow, byte[]> {

  @Query(
      "INSERT INTO vault.link (token_hash, invitation, expires_at) VALUES (:tokenHash, :invitation,"
          + " :expiresAt)")
  void add(byte[] tokenHash, UUID invitation, LocalDateTime expiresAt);

  @Query("DELETE FROM vault.link WHERE token_hash = :tokenHash")
  void drop(byte[] tokenHash);

  /** What has lapsed before stays as it is. */
  @Query(
      """
      UPDATE vault.link SET expires_at = :at, stopped = TRUE
       WHERE invitation = :invitation AND expires_at > :at
      """)
  void close(UUID invitation, LocalDateTime at);
}
