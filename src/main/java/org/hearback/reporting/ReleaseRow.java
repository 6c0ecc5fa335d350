package org.hearback.reporting;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.hearback.anonymity.CellSpan;

/** A row of {@code feedback.published_release}; {@code quarter} is the newest in it. */
@MappedEntity(value = "published_release", schema = "feedback")
record ReleaseRow(@Id UUID id, LocalDate madeOn, String quarter) {
  CellSpan span() {
    return CellSpan.of(quarter);
  }
}
