package org.hearback.safeguarding;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody wants an answer back. */
@MappedEntity(value = "withdrawal", schema = "bridge")
record WithdrawalRow(@Id UUID id, byte[] codeMac, LocalDate askedOn) {}
