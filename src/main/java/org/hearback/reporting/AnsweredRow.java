package org.hearback.reporting;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code feedback.answered}. */
@MappedEntity(value = "answered", schema = "feedback")
record AnsweredRow(@Id String quarter, String area, String split, String part, int people) {}
