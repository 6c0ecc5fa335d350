package org.hearback.safeguarding;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * Something in an answer that asks for action; {@code dueAt} in UTC.
 *
 * @param owner sign-in of who deals with it; empty while nobody does
 */
@MappedEntity(value = "concern", schema = "bridge")
record ConcernRow(
    @Id UUID envelope, String level, LocalDateTime dueAt, String state, String owner) {}
