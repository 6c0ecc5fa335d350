package org.hearback.theme;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** One comment of a dip-sample. */
@MappedEntity(value = "sample_item", schema = "office")
record SampleItemRow(UUID sample, int place, UUID comment) {
  Sample.Item item() {
    return new Sample.Item(place, comment);
  }
}
