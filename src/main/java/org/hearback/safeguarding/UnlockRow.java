package org.hearback.safeguarding;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.hearback.access.Role;

/**
 * A request to find out who sent an answer, as stored; times in UTC, the note sealed and padded.
 */
@MappedEntity(value = "unlock_request", schema = "bridge")
record UnlockRow(
    @Id UUID id,
    UUID envelope,
    String reason,
    String state,
    boolean alone,
    String askedBy,
    String askedAs,
    LocalDateTime lapsesAt,
    @Nullable String decidedBy,
    @Nullable String decidedAs,
    @Nullable LocalDateTime shutsAt,
    @Nullable LocalDateTime accountDue,
    String week,
    byte[] note) {

  /** As the rest of the room knows it. */
  Unlock unlock() {
    return new Unlock(
        id,
        envelope,
        UnlockReason.of(reason).orElseThrow(),
        askedBy,
        Role.valueOf(askedAs),
        alone,
        status());
  }

  private Unlock.Status status() {
    return switch (state) {
      case "asked" -> new Unlock.Status.Asked(lapsesAt.toInstant(ZoneOffset.UTC));
      case "open" ->
          new Unlock.Status.Open(
              opener(), Objects.requireNonNull(shutsAt).toInstant(ZoneOffset.UTC), due());
      case "shut" -> new Unlock.Status.Shut(opener(), due());
      default -> new Unlock.Status.Over(state);
    };
  }

  private java.time.Instant due() {
    return Objects.requireNonNull(accountDue).toInstant(ZoneOffset.UTC);
  }

  /** Who let it be opened: the second person, or the one who did it alone. */
  private String opener() {
    return decidedBy == null ? askedBy : decidedBy;
  }
}
