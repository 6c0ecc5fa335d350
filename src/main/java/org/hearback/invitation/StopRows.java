package org.hearback.invitation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** The stop list, and what was asked for and not yet carried out. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface StopRows extends GenericRepository<StopRow, byte[]> {

  @Query("INSERT IGNORE INTO vault.stop (phone_mac, since) VALUES (:phoneMac, :since)")
  void add(byte[] phoneMac, LocalDate since);

  @Query("SELECT COUNT(*) FROM vault.stop WHERE phone_mac = :phoneMac")
  int listed(byte[] phoneMac);

  /** Asked for by a link that went to this phone, or to this person for this route. */
  @Query(
      """
      SELECT COUNT(*) FROM vault.stop_request r
        JOIN vault.link l ON l.token_hash = r.token_hash
        JOIN vault.invitation i ON i.id = l.invitation
       WHERE i.route_id = :routeId
          OR EXISTS (SELECT 1 FROM vault.delivery d WHERE d.invitation = i.id AND d.phone_mac = :phoneMac)
      """)
  int asked(String routeId, byte[] phoneMac);

  @Query("SELECT token_hash FROM vault.stop_request LIMIT 500")
  List<byte[]> requests();

  @Query("DELETE FROM vault.stop_request WHERE token_hash = :tokenHash")
  void done(byte[] tokenHash);
}
