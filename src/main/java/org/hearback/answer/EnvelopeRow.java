package org.hearback.answer;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A sealed answer as it is inserted; {@code dueAt} in UTC, only for a flagged answer; {@code
 * byOpenLink} where nobody was invited.
 */
@MappedEntity(value = "envelope", schema = "bridge")
record EnvelopeRow(
    @Id UUID id,
    byte[] answerMac,
    byte[] nonceHash,
    byte[] withdrawalMac,
    String week,
    String level,
    @Nullable LocalDateTime dueAt,
    LocalDate sentOn,
    boolean byOpenLink,
    byte[] body) {}
