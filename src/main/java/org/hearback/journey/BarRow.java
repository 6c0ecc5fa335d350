package org.hearback.journey;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

@MappedEntity(value = "bar", schema = "vault")
record BarRow(@EmbeddedId Key key, String personId, boolean family) {

  @Embeddable
  record Key(
      @MappedProperty("source") String source,
      @MappedProperty("source_event_id") String sourceEventId,
      @MappedProperty("reason") String reason) {}
}
