package org.hearback.retention;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One comment that was hidden because somebody reported it. */
@MappedEntity(value = "erasure", schema = "office")
record ErasureRow(
    @Id UUID comment, LocalDate hiddenOn, @Nullable LocalDate settledOn, String outcome) {}
