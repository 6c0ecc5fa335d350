package org.hearback.safeguarding;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** An envelope as duty sees it, still sealed. */
@MappedEntity(value = "envelope", schema = "bridge")
record SealedRow(
    @Id UUID id,
    String week,
    String level,
    @Nullable LocalDateTime dueAt,
    LocalDate sentOn,
    byte[] body) {}
