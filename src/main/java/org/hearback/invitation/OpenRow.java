package org.hearback.invitation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;
import java.util.UUID;

/** The columns of a link and its invitation that {@code collector} may see. */
@MappedEntity(value = "invitation", schema = "vault")
record OpenRow(
    @Id UUID id,
    boolean spent,
    String form,
    int formVersion,
    String language,
    LocalDateTime expiresAt,
    boolean stopped) {}
