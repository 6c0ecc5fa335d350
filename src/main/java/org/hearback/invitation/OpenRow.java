package org.hearback.invitation;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;

/** What a page has to know of a link. */
@MappedEntity(value = "link", schema = "vault")
record OpenRow(
    boolean spent,
    String form,
    int formVersion,
    String language,
    LocalDateTime expiresAt,
    boolean stopped) {}
