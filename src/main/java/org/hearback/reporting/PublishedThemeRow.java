package org.hearback.reporting;

import io.micronaut.data.annotation.MappedEntity;
import java.util.List;
import java.util.UUID;
import org.hearback.anonymity.ThemeCell;

/** A row of {@code feedback.published_theme}: a theme that is shown of one cell. */
@MappedEntity(value = "published_theme", schema = "feedback")
record PublishedThemeRow(
    UUID publishedRelease,
    String area,
    String audienceGroup,
    String span,
    String theme,
    int saying) {

  static List<PublishedThemeRow> of(UUID release, ThemeCell cell) {
    return cell.said().entrySet().stream()
        .map(theme ->
            new PublishedThemeRow(
                release,
                cell.area(),
                cell.group().name(),
                cell.span().key(),
                theme.getKey(),
                theme.getValue()))
        .toList();
  }

  /** What names its cell. */
  List<Object> key() {
    return List.of(publishedRelease, area, audienceGroup, span);
  }
}
