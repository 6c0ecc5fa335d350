package org.hearback.reporting;

import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code feedback.closed_answers}: how many answers had a label when it was closed. */
@MappedEntity(value = "closed_answers", schema = "feedback")
record ClosedAnswersRow(String quarter, String areas, String audience, String period, int given) {}
