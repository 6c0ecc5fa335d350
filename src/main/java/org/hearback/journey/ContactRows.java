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

  List<ContactRow> findByFamilyIdOrderByPersonId(String familyId);

  ContactRow save(ContactRow row);

  void update(ContactRow row);

  /** The parts in families of those others who are reached by the same number or address. */
  @Query(
      """
      SELECT DISTINCT role FROM vault.contact
       WHERE (phone_mac = :mac OR email_mac = :mac OR address_mac = :mac) AND person_id <> :personId
      """)
  List<String> rolesOfOthers(byte[] mac, String personId);

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
