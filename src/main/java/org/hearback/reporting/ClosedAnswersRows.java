package org.hearback.reporting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** How many answered in closed quarters. Rows are only added. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "analyst")
interface ClosedAnswersRows extends GenericRepository<ClosedAnswersRow, String> {

  /** Under one area, audience and period; of those who were asked, as in all figures. */
  @Query(
      """
      SELECT area, audience, period, COUNT(*) AS answers
        FROM feedback.response
       WHERE milestone NOT IN ('open', 'late', 'open-late')
       GROUP BY area, audience, period
      """)
  List<AnswersRow> now();

  @Query(
      """
      INSERT INTO feedback.closed_answers (quarter, areas, audience, period, given)
      VALUES (:quarter, :areas, :audience, :period, :given)
      """)
  void add(List<ClosedAnswersRow> answers);

  @Query("SELECT * FROM feedback.closed_answers")
  List<ClosedAnswersRow> all();
}
