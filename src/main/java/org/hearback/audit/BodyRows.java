package org.hearback.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.List;

/** The sealed bodies: they can be read, added and dropped, and not changed. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "clerk")
interface BodyRows extends GenericRepository<BodyRow, Long> {

  void save(BodyRow row);

  @Query(
      """
      SELECT b.no FROM office.audit_body b
        JOIN office.audit a ON a.no = b.no
       WHERE a.version = :version AND a.at < :before
       ORDER BY b.no
       LIMIT :most
      """)
  List<Long> before(int version, LocalDateTime before, int most);

  @Query("DELETE FROM office.audit_body WHERE no IN (:numbers)")
  int drop(List<Long> numbers);
}
