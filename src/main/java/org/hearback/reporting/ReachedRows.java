package org.hearback.reporting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Who was asked, by month. Nothing here changes a row: it may not. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "analyst")
interface ReachedRows extends GenericRepository<ReachedRow, String> {

  @Query("SELECT COUNT(*) > 0 FROM feedback.counted_month WHERE counted = :month")
  boolean isCounted(String month);

  /** 0 when it is counted already, or another node counts it. */
  @Query("INSERT IGNORE INTO feedback.counted_month (counted) VALUES (:month)")
  int close(String month);

  @Query(
      """
      INSERT INTO feedback.reach (counted, areas, audience, by_what, language, asked, missed)
      VALUES (:counted, :areas, :audience, :byWhat, :language, :asked, :missed)
      """)
  void add(List<ReachedRow> rows);

  @Query("SELECT * FROM feedback.reach WHERE counted >= :first AND counted <= :last")
  List<ReachedRow> between(String first, String last);
}
