package org.hearback.reporting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Who answered, by quarter. Nothing here changes a row: it may not. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "analyst")
interface AnsweredRows extends GenericRepository<AnsweredRow, String> {

  @Query("SELECT quarter FROM feedback.counted_quarter")
  List<String> counted();

  /** 0 when it is counted already, or another node counts it. */
  @Query("INSERT IGNORE INTO feedback.counted_quarter (quarter) VALUES (:quarter)")
  int close(String quarter);

  @Query(
      """
      INSERT INTO feedback.answered (quarter, area, split, part, people)
      VALUES (:quarter, :area, :split, :part, :people)
      """)
  void add(List<AnsweredRow> rows);

  @Query("SELECT * FROM feedback.answered WHERE area = :area")
  List<AnsweredRow> of(String area);
}
