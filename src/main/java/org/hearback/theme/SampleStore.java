package org.hearback.theme;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps what belongs together in one transaction. Safe for any thread. */
@Singleton
class SampleStore {
  private final SampleRows rows;

  SampleStore(SampleRows rows) {
    this.rows = rows;
  }

  /** A sample with its comments. */
  @Transactional("clerk")
  void keep(Sample sample, List<Sample.Item> items) {
    var filter = sample.filter();
    rows.add(
        sample.id(),
        sample.seed(),
        sample.size(),
        filter.area(),
        filter.group(),
        filter.milestone(),
        filter.period(),
        filter.language(),
        String.join(" ", sample.bounds().stream().sorted().toList()),
        sample.drawnBy(),
        sample.drawnOn());
    for (var item : items) {
      rows.addItem(sample.id(), item.place(), item.comment());
    }
  }

  /** A whole sheet, or nothing of it; what was said before stays, and is said no more. */
  @Transactional("clerk")
  void code(UUID sample, int seat, Map<UUID, Coding> codes, LocalDate today) {
    var before =
        rows.codes(sample).stream()
            .filter(row -> row.seat() == seat)
            .collect(Collectors.toMap(SampleCodeRow::comment, Function.identity()));
    codes.forEach((comment, coding) -> {
      var last = Optional.ofNullable(before.get(comment));
      if (last.filter(row -> row.coding().equals(coding)).isEmpty()) {
        rows.addCode(
            sample,
            comment,
            seat,
            1 + last.map(SampleCodeRow::version).orElse(0),
            coding.said(),
            coding.inOneLine(),
            today);
      }
    });
  }
}
