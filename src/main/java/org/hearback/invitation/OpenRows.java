package org.hearback.invitation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;

/** What the respondent's pages may do with the vault. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "collector")
interface OpenRows extends GenericRepository<OpenRow, UUID> {

  @Query(
      """
      SELECT i.id, i.spent, i.form, i.form_version, i.language, l.expires_at
        FROM vault.link l JOIN vault.invitation i ON i.id = l.invitation
       WHERE l.token_hash = :tokenHash
      """)
  Optional<OpenRow> find(byte[] tokenHash);

  @Query(
      """
      UPDATE vault.invitation SET spent = TRUE
       WHERE id = (SELECT invitation FROM vault.link
                    WHERE token_hash = :tokenHash AND expires_at > :now)
         AND spent = FALSE
      """)
  int spend(byte[] tokenHash, LocalDateTime now);

  /** The right to insert is enough for this, and asking twice is asking once. */
  @Query("INSERT IGNORE INTO vault.stop_request (token_hash) VALUES (:tokenHash)")
  void askToStop(byte[] tokenHash);
}
