package org.hearback.reporting;

import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code feedback.closed_theme_book}: a theme that a quarter was sorted by. */
@MappedEntity(value = "closed_theme_book", schema = "feedback")
record ThemeBookRow(String quarter, String theme, int version, String sortedBy) {}
