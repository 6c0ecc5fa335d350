package org.hearback.safeguarding;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** How far the reading of an envelope has come; {@code work} is sealed and padded. */
@MappedEntity(value = "clearing", schema = "bridge")
record ClearingRow(@Id UUID envelope, String week, String state, byte[] work) {}
