package org.hearback.invitation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface DeliveryRows extends GenericRepository<DeliveryRow, UUID> {
  DeliveryRow save(DeliveryRow row);

  void deleteById(UUID id);

  List<DeliveryRow> findByInvitation(UUID invitation);

  @Query("UPDATE vault.delivery SET state = :state, held_until = NULL WHERE id = :id")
  void settle(UUID id, String state);

  /** The days on which this person was asked about anything else, or may have been. */
  @Query(
      """
      SELECT d.made_on FROM vault.delivery d JOIN vault.invitation i ON i.id = d.invitation
       WHERE i.person_id = :personId AND i.asked_key <> :askedKey AND d.state <> 'failed'
      """)
  List<LocalDate> asked(String personId, byte[] askedKey);

  /** The month of each invitation that reached somebody here who is another person by their id. */
  @Query(
      """
      SELECT DATE_FORMAT(MAX(d.made_on), '%Y-%m')
        FROM vault.delivery d JOIN vault.invitation i ON i.id = d.invitation
       WHERE d.reached_mac = :mac AND i.person_id <> :personId AND d.state <> 'failed'
       GROUP BY d.invitation
      """)
  List<String> reachedIn(byte[] mac, String personId);

  /** The days on which anything else went, or may have gone, to this number or address. */
  @Query(
      """
      SELECT d.made_on FROM vault.delivery d JOIN vault.invitation i ON i.id = d.invitation
       WHERE d.reached_mac = :mac AND i.asked_key <> :askedKey AND d.state <> 'failed'
      """)
  List<LocalDate> reached(byte[] mac, byte[] askedKey);
}
