package org.hearback.theme;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** One ticked option. */
@MappedEntity(value = "tick", schema = "feedback")
record TickRow(UUID response, String question, String pick) {}
