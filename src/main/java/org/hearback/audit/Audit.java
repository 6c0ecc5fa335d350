package org.hearback.audit;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The record of who saw or changed what. Append-only and chained: each row holds the hash of the
 * one before, and the database user that writes it can neither change nor delete. Safe for any
 * thread and any number of nodes.
 *
 * <p>Call it before the act and outside a transaction of {@code clerk}: it takes a connection of
 * that pool for itself, and what could not be recorded must not happen.
 */
@Singleton
public final class Audit {
  private static final int TRIES = 50;

  private final AuditTail tail;
  private final Seal seal;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock(true);

  Audit(AuditTail tail, Seal seal, InstantSource clock) {
    this.tail = tail;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * Adds one row.
   *
   * @param actor sign-in of a member of staff, or a job's name
   * @param act a short fixed word such as {@code search}; plain in the table
   * @param on what it was done on; sealed to the auditor, at most 3,500 bytes of UTF-8
   * @throws RuntimeException of the data layer, when the row could not be written; then the act
   *     must not happen either
   */
  public void record(String actor, String act, String on) {
    var sealed = seal.close(on);
    turn.lock(); // within one node everybody waits for their turn, so only other nodes can be
    // faster
    try {
      for (int tried = 1; ; tried++) {
        try {
          tail.add(clock.instant(), actor, act, sealed);
          return;
        } catch (RuntimeException e) {
          if (tried == TRIES || !Collision.is(e)) { // a lost race is tried again, a failure is not
            throw e;
          }
        }
      }
    } finally {
      turn.unlock();
    }
  }
}
