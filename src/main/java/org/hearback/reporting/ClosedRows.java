package org.hearback.reporting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The quarters that are closed, and what they count. Nothing here changes a row: it may not. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "analyst")
interface ClosedRows extends GenericRepository<ClosedRow, String> {

  /** 0 when it is closed already, or another node closes it. */
  @Query("INSERT IGNORE INTO feedback.closed_quarter (quarter) VALUES (:quarter)")
  int close(String quarter);

  @Query("SELECT COUNT(*) > 0 FROM feedback.closed_quarter WHERE quarter = :quarter")
  boolean isClosed(String quarter);

  @Query(
      """
      INSERT INTO feedback.closed_tally (quarter, areas, audience, period, item, base, good)
      VALUES (:quarter, :areas, :audience, :period, :item, :base, :good)
      """)
  void add(List<ClosedRow> tallies);

  @Query("SELECT quarter FROM feedback.closed_quarter")
  List<String> quarters();

  @Query("SELECT * FROM feedback.closed_tally WHERE quarter = :quarter")
  List<ClosedRow> of(String quarter);

  @Query("SELECT * FROM feedback.closed_tally")
  List<ClosedRow> all();
}
