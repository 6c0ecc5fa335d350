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

  /** Asked for by a link that went to this person, to hand on or for themselves. */
  @Query(
      """
      SELECT COUNT(*) FROM vault.stop_request r
        JOIN vault.link l ON l.token_hash = r.token_hash
        JOIN vault.invitation i ON i.id = l.invitation
       WHERE i.route_id = :routeId
      """)
  int askedBy(String routeId);

  /** Asked for by a link that went to this number or address. */
  @Query(
      """
      SELECT COUNT(*) FROM vault.stop_request r
        JOIN vault.link l ON l.token_hash = r.token_hash
        JOIN vault.delivery d ON d.invitation = l.invitation
       WHERE d.reached_mac = :mac
      """)
  int askedAt(byte[] mac);
}
