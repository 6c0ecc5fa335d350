package org.hearback.journey;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface ContactRows extends GenericRepository<ContactRow, String> {
  Optional<ContactRow> findByPersonId(String personId);

  /** Everybody in the family of a person, that person too. */
  @Query(
      """
      SELECT other.* FROM vault.contact this
        JOIN vault.contact other ON other.family_id = this.family_id
       WHERE this.person_id = :personId
       ORDER BY other.person_id
      """)
  List<ContactRow> around(String personId);

  ContactRow save(ContactRow row);

  void update(ContactRow row);

  /** The parts in families of those others who have one of these; null is nobody's. */
  @Query(
      """
      SELECT 'TEXT' AS channel, role FROM vault.contact
       WHERE phone_mac = :phoneMac AND person_id <> :personId
       UNION
      SELECT 'EMAIL', role FROM vault.contact
       WHERE email_mac = :emailMac AND person_id <> :personId
       UNION
      SELECT 'LETTER', role FROM vault.contact
       WHERE address_mac = :addressMac AND person_id <> :personId
      """)
  List<SharerRow> sharers(
      @Nullable byte[] phoneMac,
      @Nullable byte[] emailMac,
      @Nullable byte[] addressMac,
      String personId);

  /** Rows from before e-mail addresses had a keyed hash. */
  List<ContactRow> findByHashedFalse();

  @Query(
      "UPDATE vault.contact SET email_mac = :emailMac, hashed = TRUE WHERE person_id = :personId")
  void hash(String personId, @Nullable byte[] emailMac);

  @Query("SELECT MAX(seen_on) FROM vault.contact")
  Optional<LocalDate> lastSeen();

  @Query("UPDATE vault.contact SET seen_on = :day WHERE person_id = :personId AND seen_on < :day")
  void seen(String personId, LocalDate day);

  @Query("DELETE FROM vault.contact WHERE seen_on < :day LIMIT 1000")
  int forget(LocalDate day);

  @Query(
      """
      UPDATE vault.contact SET sms_ok = 'unknown', email_ok = 'unknown', post_ok = 'unknown'
       WHERE person_id = :personId
      """)
  void doubt(String personId);
}
