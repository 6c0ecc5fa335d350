package org.hearback.journey;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "courier")
interface QuarantineRows extends GenericRepository<QuarantineRow, UUID> {

  /** The same line that comes every night is kept once. */
  @Query(
      """
      INSERT IGNORE INTO vault.quarantine (id, file, line, reason, sealed, seen_on, line_hash)
      VALUES (:id, :file, :line, :reason, :sealed, :seenOn, :lineHash)
      """)
  void add(
      UUID id,
      String file,
      int line,
      String reason,
      byte[] sealed,
      LocalDate seenOn,
      byte[] lineHash);

  List<QuarantineRow> findByFileOrderByLine(String file);

  @Query("SELECT COUNT(*) FROM vault.quarantine")
  long countAll();

  @Query("DELETE FROM vault.quarantine WHERE seen_on < :day")
  int forget(LocalDate day);
}
