package org.hearback.retention;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** How a job last ended; {@code endedAt} in UTC. */
@MappedEntity(value = "job", schema = "office")
record JobRow(@Id String name, @Nullable LocalDateTime endedAt, String outcome) {
  boolean hasFailed() {
    return outcome.startsWith("failed");
  }
}
