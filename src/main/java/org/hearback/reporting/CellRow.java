package org.hearback.reporting;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.PublishedCell;
import org.hearback.form.CoreItem;
import org.hearback.journey.AudienceGroup;

/**
 * A row of {@code feedback.published_cell}.
 *
 * @param symbol {@code c} for a hidden cell, whose figures are then not stored at all; otherwise
 *     empty
 */
@MappedEntity(value = "published_cell", schema = "feedback")
record CellRow(
    UUID publishedRelease,
    String area,
    String audienceGroup,
    String span,
    String item,
    String symbol,
    int base,
    int good) {
  private static final String HIDDEN = "c";

  static CellRow of(UUID release, PublishedCell cell) {
    return switch (cell) {
      case PublishedCell.Figure figure -> row(release, cell, "", figure.base(), figure.good());
      case PublishedCell.Hidden _ -> row(release, cell, HIDDEN, 0, 0);
    };
  }

  private static CellRow row(UUID release, PublishedCell cell, String symbol, int base, int good) {
    return new CellRow(
        release,
        cell.area(),
        cell.group().name(),
        cell.span().key(),
        cell.item().name(),
        symbol,
        base,
        good);
  }

  PublishedCell cell() {
    var group = AudienceGroup.valueOf(audienceGroup);
    var time = CellSpan.of(span);
    var asked = CoreItem.valueOf(item);
    return symbol.equals(HIDDEN)
        ? new PublishedCell.Hidden(area, group, time, asked)
        : new PublishedCell.Figure(area, group, time, asked, base, good);
  }
}
