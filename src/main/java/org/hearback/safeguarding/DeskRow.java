package org.hearback.safeguarding;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;
import java.util.UUID;

/** What lies open before a reader, or was left by one; {@code endsAt} in UTC. */
@MappedEntity(value = "desk", schema = "bridge")
record DeskRow(@Id UUID envelope, String reader, String state, LocalDateTime endsAt) {}
