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

  /** A link of an answered invitation is born spent, also where the answer comes this moment. */
  @Query(
      """
      INSERT INTO vault.link (token_hash, invitation, expires_at, spent, form, form_version, language)
      SELECT :tokenHash, i.id, :expiresAt,
             EXISTS (SELECT 1 FROM vault.link l WHERE l.invitation = i.id AND l.spent),
             i.form, i.form_version, i.language
        FROM vault.invitation i
       WHERE i.id = :invitation
      """)
  void add(byte[] tokenHash, UUID invitation, LocalDateTime expiresAt);

  @Query("SELECT COUNT(*) FROM vault.link WHERE invitation = :invitation AND spent")
  long spent(UUID invitation);

  /** What was answered stays: it is all that says so. */
  @Query("DELETE FROM vault.link WHERE token_hash = :tokenHash AND spent = FALSE")
  void drop(byte[] tokenHash);

  /** What has lapsed before stays as it is. */
  @Query(
      """
      UPDATE vault.link SET expires_at = :at, stopped = TRUE
       WHERE invitation = :invitation AND expires_at > :at
      """)
  void close(UUID invitation, LocalDateTime at);
}
