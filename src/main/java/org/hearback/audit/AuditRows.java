package org.hearback.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The table of the chain: it can be read and added to, and nothing else. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "clerk")
interface AuditRows extends GenericRepository<AuditRow, Long> {

  @Query("SELECT * FROM office.audit ORDER BY no DESC LIMIT 1")
  Optional<AuditRow> tail();

  @Query(
      """
      SELECT * FROM office.audit
       WHERE no > :after
       ORDER BY no
       LIMIT 1000
      """)
  List<AuditRow> after(long after);

  void save(AuditRow row);
}
