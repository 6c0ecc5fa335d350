package org.hearback.reporting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** How many answered, as far as releases tell it. Rows are only added. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "analyst")
interface PublishedAnswersRows extends GenericRepository<PublishedAnswersRow, UUID> {

  @Query(
      """
      INSERT INTO feedback.published_answers
        (published_release, area, audience_group, span, symbol, given)
      VALUES
        (:publishedRelease, :area, :audienceGroup, :span, :symbol, :given)
      """)
  void add(List<PublishedAnswersRow> cells);

  @Query("SELECT * FROM feedback.published_answers WHERE published_release = :release")
  List<PublishedAnswersRow> all(UUID release);

  @Query(
      """
      SELECT * FROM feedback.published_answers
       WHERE published_release = :release AND area IN (:areas)
      """)
  List<PublishedAnswersRow> of(UUID release, Collection<String> areas);
}
