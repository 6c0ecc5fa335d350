package org.hearback.journey;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface ContactRows extends GenericRepository<ContactRow, String> {
  Optional<ContactRow> findByPersonId(String personId);

  List<ContactRow> findByFamilyIdOrderByPersonId(String familyId);

  ContactRow save(ContactRow row);

  void update(ContactRow row);

  @Query(
      "UPDATE vault.contact SET sms_ok = 'unknown' WHERE person_id = :personId AND sms_ok <>"
          + " 'unknown'")
  int doubt(String personId);
}
