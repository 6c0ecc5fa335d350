package org.hearback.safeguarding;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;
import java.util.UUID;

/** One envelope that stays beyond its window; {@code endsAt} in UTC. */
@MappedEntity(value = "hold", schema = "bridge")
record HoldRow(@Id UUID envelope, String keyName, String reason, LocalDateTime endsAt) {}
