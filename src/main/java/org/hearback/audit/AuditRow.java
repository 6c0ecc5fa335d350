package org.hearback.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;

/**
 * One link of the chain, as stored.
 *
 * @param no counts from 1 without a gap
 * @param at in UTC; without a zone, as the hash must come out the same on every machine
 * @param sealed on what, for the auditor alone
 * @param previous the hash of the row before, zeros for the first
 */
@MappedEntity(value = "audit", schema = "office")
@SuppressWarnings("ArrayRecordComponent") // never compared; the chain compares the bytes itself
record AuditRow(
    @Id long no,
    LocalDateTime at,
    String actor,
    String act,
    byte[] sealed,
    byte[] previous,
    byte[] hash) {}
