package org.hearback.theme;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;

/** What one of the two said of one comment of a dip-sample. */
@MappedEntity(value = "sample_code", schema = "office")
record SampleCodeRow(
    UUID sample,
    UUID comment,
    int seat,
    int version,
    String said,
    String themes,
    LocalDate codedOn) {

  Coding coding() {
    return Coding.stored(said, themes);
  }
}
