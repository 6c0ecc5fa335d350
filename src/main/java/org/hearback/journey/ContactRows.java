package org.hearback.journey;

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

  /** The parts in families of those others who have this number. */
  @Query(
      "SELECT DISTINCT role FROM vault.contact WHERE phone_mac = :phoneMac AND person_id <>"
          + " :personId")
  List<String> rolesOfOthers(byte[] phoneMac, String personId);

  @Query("UPDATE vault.contact SET seen_on = :day WHERE person_id = :personId AND seen_on < :day")
  void seen(String personId, LocalDate day);

  @Query("DELETE FROM vault.contact WHERE seen_on < :day LIMIT 1000")
  int forget(LocalDate day);

  @Query(
      "UPDATE vault.contact SET sms_ok = 'unknown' WHERE person_id = :personId AND sms_ok <>"
          + " 'unknown'")
  int doubt(String personId);
}
