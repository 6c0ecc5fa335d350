package org.hearback.invitation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * What the respondents' pages may change in the vault; within a transaction, as nothing commits by
 * itself here.
 */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "collector")
interface SpendRows extends GenericRepository<OpenRow, UUID> {

  /** All links of the invitation, so that the second of two waits for the first and finds none. */
  @Query(
      """
      UPDATE vault.link SET spent = TRUE
       WHERE invitation = (SELECT invitation FROM vault.link
                            WHERE token_hash = :tokenHash AND expires_at > :now)
         AND spent = FALSE
      """)
  int spend(byte[] tokenHash, LocalDateTime now);

  /** The right to insert is enough for this, and asking twice is asking once. */
  @Query("INSERT IGNORE INTO vault.stop_request (token_hash) VALUES (:tokenHash)")
  void askToStop(byte[] tokenHash);
}
