package org.hearback.theme;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.hearback.anonymity.Label;
import org.hearback.journey.Audience;

/** A response without its answers. */
@MappedEntity(value = "response", schema = "feedback")
record AnswerRow(
    @Id UUID id,
    String form,
    int formVersion,
    String area,
    String audience,
    String ageBand,
    String milestone,
    String period,
    String language) {

  Label label() {
    return new Label(area, Audience.valueOf(audience), ageBand, milestone, period, language);
  }
}
