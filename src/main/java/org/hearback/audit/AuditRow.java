package org.hearback.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;

/**
 * One link of the chain, as stored.
 *
 * @param no counts from 1 without a gap
 * @param version what the hash covers: {@link Chain#BODY} or {@link Chain#BODY_HASH}
 * @param at in UTC; without a zone, as the hash must come out the same on every machine
 * @param bodyHash SHA-256 of the sealed body, which stands in a table of its own
 * @param previous the hash of the row before, zeros for the first
 */
@MappedEntity(value = "audit", schema = "office")
@SuppressWarnings("ArrayRecordComponent") // never compared; the chain compares the bytes itself
record AuditRow(
    @Id long no,
    int version,
    LocalDateTime at,
    String actor,
    String act,
    byte[] bodyHash,
    byte[] previous,
    byte[] hash) {}
