package org.hearback.reporting;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.List;
import java.util.stream.Stream;

/** A row of {@code feedback.reach}. */
@MappedEntity(value = "reach", schema = "feedback")
record ReachedRow(
    @Id String counted,
    String areas,
    String audience,
    String byWhat,
    String language,
    int asked,
    int missed) {
  static final String UP = "/";

  /** Areas that are gone count as the council, so two counts may fall together. */
  static List<ReachedRow> together(Stream<ReachedRow> rows) {
    return Merged.of(
        rows,
        row -> List.of(row.counted, row.areas, row.audience, row.byWhat, row.language),
        ReachedRow::plus);
  }

  private ReachedRow plus(ReachedRow more) {
    return new ReachedRow(
        counted, areas, audience, byWhat, language, asked + more.asked, missed + more.missed);
  }

  boolean isIn(String area) {
    return List.of(areas.split(UP)).contains(area);
  }
}
