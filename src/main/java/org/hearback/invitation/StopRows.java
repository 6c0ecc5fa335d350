package org.hearback.invitation;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;

/** The stop list, by keyed hash. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface StopRows extends GenericRepository<StopRow, byte[]> {

  @Query("INSERT IGNORE INTO vault.stop (reached_mac, since) VALUES (:mac, :since)")
  void add(byte[] mac, LocalDate since);

  /**
   * Whether this person, or whoever is reached by one of these, said stop: it stands on the list,
   * or was asked for by a link that went to them, to hand on or for themselves.
   */
  @Query(
      """
      SELECT EXISTS (SELECT 1 FROM vault.stop WHERE reached_mac IN (:phoneMac, :emailMac, :addressMac))
          OR EXISTS (SELECT 1 FROM vault.stop_request r
                       JOIN vault.link l ON l.token_hash = r.token_hash
                       JOIN vault.invitation i ON i.id = l.invitation
                      WHERE i.route_id = :routeId)
          OR EXISTS (SELECT 1 FROM vault.stop_request r
                       JOIN vault.link l ON l.token_hash = r.token_hash
                       JOIN vault.delivery d ON d.invitation = l.invitation
                      WHERE d.reached_mac IN (:phoneMac, :emailMac, :addressMac))
      """)
  boolean stands(
      String routeId,
      @Nullable byte[] phoneMac,
      @Nullable byte[] emailMac,
      @Nullable byte[] addressMac);
}
