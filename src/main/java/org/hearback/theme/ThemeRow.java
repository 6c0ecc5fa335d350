package org.hearback.theme;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;

/**
 * One change of a theme.
 *
 * @param inUse whether comments are sorted by it since then
 */
@MappedEntity(value = "theme", schema = "office")
record ThemeRow(
    @Id String theme,
    int version,
    String body,
    String changedBy,
    String why,
    boolean inUse,
    LocalDateTime changedAt) {}
