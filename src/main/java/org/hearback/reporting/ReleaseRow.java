package org.hearback.reporting;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;

/** A row of {@code feedback.published_release}. */
@MappedEntity(value = "published_release", schema = "feedback")
record ReleaseRow(@Id UUID id, LocalDate madeOn) {}
