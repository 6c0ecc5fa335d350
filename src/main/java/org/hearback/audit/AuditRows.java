package org.hearback.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The table of the chain: it can be read and added to, and nothing else. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "clerk")
interface AuditRows extends GenericRepository<AuditRow, Long> {
  String STORED =
      """
      SELECT a.no, a.version, a.at, a.actor, a.act, a.body_hash, a.previous, a.hash, b.sealed
        FROM office.audit a
        LEFT JOIN office.audit_body b ON b.no = a.no
      """;

  @Query("SELECT * FROM office.audit ORDER BY no DESC LIMIT 1")
  Optional<AuditRow> tail();

  @Query("SELECT * FROM office.audit WHERE at < :moment ORDER BY no DESC LIMIT 1")
  Optional<AuditRow> lastBefore(LocalDateTime moment);

  Optional<AuditRow> findById(long no);

  @Query(STORED + " WHERE a.no > :after ORDER BY a.no LIMIT 1000")
  List<StoredRow> after(long after);

  @Query(
      STORED
          + """
           WHERE a.no > :after AND a.at >= :from AND a.at < :until
           ORDER BY a.no
           LIMIT 1000
          """)
  List<StoredRow> between(long after, LocalDateTime from, LocalDateTime until);

  @Query(
      """
      SELECT act, COUNT(*) AS times FROM office.audit
       WHERE at >= :from AND at < :until
       GROUP BY act
       ORDER BY act
      """)
  List<ActRow> acts(LocalDateTime from, LocalDateTime until);

  @Query("SELECT MIN(at) FROM office.audit")
  Optional<LocalDateTime> first();

  void save(AuditRow row);
}
