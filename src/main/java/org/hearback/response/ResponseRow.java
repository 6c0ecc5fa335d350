package org.hearback.response;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A response: one coarse label and nothing that leads back. */
@MappedEntity(value = "response", schema = "feedback")
record ResponseRow(
    @Id UUID id,
    String form,
    int formVersion,
    String area,
    String audience,
    String ageBand,
    String milestone,
    String period,
    String language) {}
