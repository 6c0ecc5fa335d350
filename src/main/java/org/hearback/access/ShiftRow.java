package org.hearback.access;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;

/** A row of {@code office.rota}. */
@Introspected
record ShiftRow(LocalDate day, UUID staff, String place) {}
