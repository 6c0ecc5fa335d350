package org.hearback.answer;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;

/** A sealed request to be contacted, as it is inserted. */
@MappedEntity(value = "contact_request", schema = "bridge")
record ContactMeRow(
    @Id UUID id, byte[] nonceHash, String week, LocalDate receivedOn, byte[] body) {}
