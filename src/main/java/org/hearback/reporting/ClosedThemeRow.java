package org.hearback.reporting;

import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code feedback.closed_theme}: how many of the answers of a label say a theme. */
@MappedEntity(value = "closed_theme", schema = "feedback")
record ClosedThemeRow(
    String quarter, String areas, String audience, String period, String theme, int saying) {}
