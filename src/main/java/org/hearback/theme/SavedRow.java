package org.hearback.theme;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;

/** A saved search as the database holds it: what it asks for is sealed. */
@MappedEntity(value = "saved_search", schema = "office")
@SuppressWarnings("ArrayRecordComponent") // never compared
record SavedRow(
    @Id UUID id,
    UUID staff,
    int no,
    byte[] sealed,
    boolean mailed,
    int seen,
    int told,
    LocalDate openedOn) {}
