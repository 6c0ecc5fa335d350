package org.hearback.reporting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What was said, as far as releases tell it. Rows are only added. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "analyst")
interface PublishedThemeRows extends GenericRepository<PublishedThemeRow, UUID> {

  @Query(
      """
      INSERT INTO feedback.published_theme
        (published_release, area, audience_group, span, theme, saying)
      VALUES
        (:publishedRelease, :area, :audienceGroup, :span, :theme, :saying)
      """)
  void add(List<PublishedThemeRow> themes);

  @Query("SELECT * FROM feedback.published_theme WHERE published_release = :release")
  List<PublishedThemeRow> all(UUID release);

  @Query(
      """
      SELECT * FROM feedback.published_theme
       WHERE published_release = :release AND area IN (:areas)
      """)
  List<PublishedThemeRow> of(UUID release, Collection<String> areas);
}
