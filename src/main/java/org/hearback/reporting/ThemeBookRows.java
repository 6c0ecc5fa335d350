package org.hearback.reporting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** By what closed quarters were sorted. Rows are only added. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "analyst")
interface ThemeBookRows extends GenericRepository<ThemeBookRow, String> {

  @Query(
      """
      INSERT INTO feedback.closed_theme_book (quarter, theme, version, sorted_by)
      VALUES (:quarter, :theme, :version, :sortedBy)
      """)
  void add(List<ThemeBookRow> book);

  @Query("SELECT * FROM feedback.closed_theme_book")
  List<ThemeBookRow> all();
}
