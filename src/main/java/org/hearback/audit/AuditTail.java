package org.hearback.audit;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;

/** One try to add a row and its body behind the tail, in a transaction of its own. */
@Singleton
class AuditTail {
  private final AuditRows rows;
  private final BodyRows bodies;

  AuditTail(AuditRows rows, BodyRows bodies) {
    this.rows = rows;
    this.bodies = bodies;
  }

  /** Fails with the framework's data access exception when another node was faster. */
  @Transactional(
      value = "clerk",
      // A caller's transaction would show the tail as it was when that transaction began.
      propagation = TransactionDefinition.Propagation.REQUIRES_NEW)
  void add(Instant at, String actor, String act, byte[] sealed) {
    var row = Chain.next(rows.tail(), at, actor, act, sealed);
    rows.save(row);
    bodies.save(new BodyRow(row.no(), sealed));
  }
}
