package org.hearback.audit;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;

/** One try to add a row behind the tail, in a transaction of its own. */
@Singleton
class AuditTail {
  private final AuditRows rows;

  AuditTail(AuditRows rows) {
    this.rows = rows;
  }

  /** Fails with the framework's data access exception when another node was faster. */
  @Transactional(
      value = "clerk",
      // A caller's transaction would show the tail as it was when that transaction began.
      propagation = TransactionDefinition.Propagation.REQUIRES_NEW)
  void add(Instant at, String actor, String act, byte[] sealed) {
    rows.save(Chain.next(rows.tail(), at, actor, act, sealed));
  }
}
