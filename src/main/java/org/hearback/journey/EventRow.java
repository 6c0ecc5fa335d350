package org.hearback.journey;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;

@MappedEntity(value = "milestone_event", schema = "vault")
record EventRow(
    @Id UUID id,
    String source,
    String sourceEventId,
    String milestone,
    String personId,
    String meetingId,
    String area,
    LocalDate occurredOn,
    LocalDate seenOn,
    String state) {

  MilestoneEvent event() {
    return new MilestoneEvent(
        id, milestone, personId, meetingId, area, occurredOn, seenOn, state.equals("cancelled"));
  }
}
