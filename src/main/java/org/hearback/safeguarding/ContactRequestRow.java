package org.hearback.safeguarding;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;

/** A request to be contacted as duty sees it, still sealed. */
@MappedEntity(value = "contact_request", schema = "bridge")
record ContactRequestRow(@Id UUID id, String week, LocalDate receivedOn, byte[] body) {}
