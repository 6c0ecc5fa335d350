package org.hearback.reporting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** What was said in closed quarters. Rows are only added. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "analyst")
interface ClosedThemeRows extends GenericRepository<ClosedThemeRow, String> {

  @Query(
      """
      INSERT INTO feedback.closed_theme (quarter, areas, audience, period, theme, saying)
      VALUES (:quarter, :areas, :audience, :period, :theme, :saying)
      """)
  void add(List<ClosedThemeRow> themes);

  @Query("SELECT * FROM feedback.closed_theme")
  List<ClosedThemeRow> all();
}
