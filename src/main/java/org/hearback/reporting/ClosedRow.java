package org.hearback.reporting;

import io.micronaut.data.annotation.MappedEntity;
import java.util.List;
import java.util.stream.Stream;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.ClosedTally;
import org.hearback.anonymity.Tally;
import org.hearback.form.CoreItem;
import org.hearback.journey.Audience;

/** A row of {@code feedback.closed_tally}. */
@MappedEntity(value = "closed_tally", schema = "feedback")
record ClosedRow(
    String quarter, String areas, String audience, String period, String item, int base, int good) {
  private static final String UP = "/";

  /** What is true today under one label, to stay. */
  static ClosedRow of(CellSpan quarter, TallyRow row, List<String> way) {
    return new ClosedRow(
        quarter.key(),
        String.join(UP, way),
        row.audience(),
        row.period(),
        row.item(),
        Math.toIntExact(row.base()),
        Math.toIntExact(row.good()));
  }

  /** Areas that are gone count as the council, so two labels may fall together. */
  static List<ClosedRow> together(Stream<ClosedRow> rows) {
    return Merged.of(
        rows,
        row -> List.of(row.quarter, row.areas, row.audience, row.period, row.item),
        ClosedRow::plus);
  }

  private ClosedRow plus(ClosedRow more) {
    return new ClosedRow(
        quarter, areas, audience, period, item, base + more.base, good + more.good);
  }

  ClosedTally tally() {
    var way = List.of(areas.split(UP));
    return new ClosedTally(
        CellSpan.of(quarter),
        way,
        new Tally(
            way.getFirst(),
            Audience.valueOf(audience).group(),
            period,
            CoreItem.valueOf(item),
            base,
            good));
  }
}
