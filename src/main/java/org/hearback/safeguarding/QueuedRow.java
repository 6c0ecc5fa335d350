package org.hearback.safeguarding;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * An envelope in the readers' queue, still sealed.
 *
 * @param state of its clearing
 * @param concern level of what is open about it, with {@code concernDue} in UTC and {@code
 *     concernOwner}
 */
@Introspected
record QueuedRow(
    UUID id,
    String week,
    String level,
    @Nullable LocalDateTime dueAt,
    LocalDate sentOn,
    byte[] body,
    String state,
    @Nullable String concern,
    @Nullable LocalDateTime concernDue,
    @Nullable String concernOwner) {

  SealedRow sealed() {
    return new SealedRow(id, week, level, dueAt, sentOn, body);
  }
}
