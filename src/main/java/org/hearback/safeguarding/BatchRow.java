package org.hearback.safeguarding;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** The one batch that is drawn and not finished. */
@MappedEntity(value = "batch", schema = "bridge")
record BatchRow(@Id UUID id, String week, byte[] drawn) {}
