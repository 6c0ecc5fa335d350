package org.hearback.audit;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;

/**
 * A link of the chain with its body, as the two tables hold them.
 *
 * @param sealed null where the body is gone
 */
@Introspected
@SuppressWarnings("ArrayRecordComponent") // never compared; the chain compares the bytes itself
record StoredRow(
    long no,
    int version,
    LocalDateTime at,
    String actor,
    String act,
    byte[] bodyHash,
    byte[] previous,
    byte[] hash,
    @Nullable byte[] sealed) {}
