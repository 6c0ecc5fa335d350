package org.hearback.reporting;

import io.micronaut.data.annotation.MappedEntity;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.ThemeCell;
import org.hearback.journey.AudienceGroup;

/**
 * A row of {@code feedback.published_answers}.
 *
 * @param symbol {@code c} where the number is hidden, and then not stored at all
 */
@MappedEntity(value = "published_answers", schema = "feedback")
record PublishedAnswersRow(
    UUID publishedRelease,
    String area,
    String audienceGroup,
    String span,
    String symbol,
    int given) {
  private static final String HIDDEN = "c";

  static PublishedAnswersRow of(UUID release, ThemeCell cell) {
    return new PublishedAnswersRow(
        release,
        cell.area(),
        cell.group().name(),
        cell.span().key(),
        cell.answers().isPresent() ? "" : HIDDEN,
        cell.answers().orElse(0));
  }

  /**
   * @param said the themes that are shown of it
   */
  ThemeCell cell(Map<String, Integer> said) {
    return new ThemeCell(
        area,
        AudienceGroup.valueOf(audienceGroup),
        CellSpan.of(span),
        symbol.equals(HIDDEN) ? OptionalInt.empty() : OptionalInt.of(given),
        said);
  }
}
