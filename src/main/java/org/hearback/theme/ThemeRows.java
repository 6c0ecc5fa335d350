package org.hearback.theme;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** What has been changed in the theme book, as user {@code clerk}: added to, never rewritten. */
@JdbcRepository(dialect = Dialect.MYSQL, dataSource = "clerk")
interface ThemeRows extends GenericRepository<ThemeRow, String> {

  @Query("SELECT COUNT(*) FROM office.theme")
  long changes();

  /** The newest of each theme that was changed, those first that were changed first. */
  @Query(
      """
      SELECT t.* FROM office.theme t
       WHERE t.version = (SELECT MAX(n.version) FROM office.theme n WHERE n.theme = t.theme)
       ORDER BY (SELECT f.changed_at FROM office.theme f WHERE f.theme = t.theme AND f.version = 1),
                t.theme
      """)
  List<ThemeRow> newest();

  /** Whether there was ever one of this key, here or on a comment that a person sorted. */
  @Query(
      """
      SELECT EXISTS (SELECT * FROM office.theme WHERE theme = :key)
          OR EXISTS (SELECT * FROM office.coding
                      WHERE CONCAT(' ', themes, ' ') LIKE CONCAT('% ', :key, ' %'))
      """)
  boolean wasThere(String key);

  /** The newest first. */
  @Query("SELECT * FROM office.theme WHERE theme = :theme ORDER BY version DESC")
  List<ThemeRow> of(String theme);

  @Query("SELECT * FROM office.theme WHERE theme = :theme AND version = :version")
  Optional<ThemeRow> version(String theme, int version);

  /** 0 where it does not follow the newest version, or somebody else has made it. */
  @Query(
      """
      INSERT IGNORE INTO office.theme (theme, version, body, changed_by, why, in_use, changed_at)
      SELECT :theme, :version, :body, :changedBy, :why, :inUse, :changedAt FROM DUAL
       WHERE :version = 1 + (SELECT COALESCE(MAX(n.version), 0)
                               FROM office.theme n WHERE n.theme = :theme)
      """)
  int add(
      String theme,
      int version,
      String body,
      String changedBy,
      String why,
      boolean inUse,
      LocalDateTime changedAt);
}
