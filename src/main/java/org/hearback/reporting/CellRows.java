package org.hearback.reporting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The cells of releases; a cell has no id of its own. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "analyst")
interface CellRows extends GenericRepository<CellRow, UUID> {

  @Query(
      """
      INSERT INTO feedback.published_cell
        (published_release, area, audience_group, span, item, symbol, base, good)
      VALUES
        (:publishedRelease, :area, :audienceGroup, :span, :item, :symbol, :base, :good)
      """)
  void add(List<CellRow> cells);

  @Query("SELECT * FROM feedback.published_cell WHERE published_release = :release")
  List<CellRow> all(UUID release);

  @Query(
      """
      SELECT *
        FROM feedback.published_cell
       WHERE published_release = :release
         AND area IN (:areas)
      """)
  List<CellRow> of(UUID release, Collection<String> areas);
}
