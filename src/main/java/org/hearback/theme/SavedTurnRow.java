package org.hearback.theme;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Until which day a person's e-mail is done, and who is at it; {@code heldUntil} in UTC. */
@MappedEntity(value = "saved_search_turn", schema = "office")
record SavedTurnRow(
    @Id UUID staff, LocalDate day, @Nullable UUID holder, @Nullable LocalDateTime heldUntil) {}
