package org.hearback.theme;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** One dip-sample, without its comments. */
@MappedEntity(value = "sample", schema = "office")
record SampleRow(
    @Id UUID id,
    String seed,
    int size,
    String area,
    String audienceGroup,
    String milestone,
    String period,
    String language,
    String bounds,
    String drawnBy,
    LocalDate drawnOn) {

  Sample sample() {
    return new Sample(
        id,
        seed,
        size,
        new Filter(area, audienceGroup, milestone, period, language, ""),
        bounds.isEmpty() ? Set.of() : Set.of(bounds.split(" ")),
        drawnBy,
        drawnOn);
  }
}
