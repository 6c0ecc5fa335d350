package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import org.hearback.access.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that somebody found out alone who sent an answer: to every lead, by the ways of other alerts
 * and in their words, which tell nothing. What is to be said is stored with the unlock itself, so
 * it is not lost when it cannot be sent at once. Safe for any thread.
 */
@Singleton
class UnlockAlarm {
  private static final Logger LOG = LoggerFactory.getLogger(UnlockAlarm.class);

  private final Recipients recipients;
  private final AlertPost post;
  private final InstantSource clock;

  UnlockAlarm(Recipients recipients, AlertPost post, InstantSource clock) {
    this.recipients = recipients;
    this.post = post;
    this.clock = clock;
  }

  /**
   * Whom to tell: somebody other than who did it, wherever anybody else can be reached; empty where
   * nobody can, and then {@code /health} alone says it.
   */
  Set<Recipient> whom(Staff alone) {
    return recipients.beside(alone, clock.instant());
  }

  /** Sends what was stored. What fails is tried again with the other alerts. */
  void raise() {
    LOG.error("one person alone found out who sent an answer; see Unlocks, and /health");
    try {
      post.send(clock.instant());
    } catch (RuntimeException e) {
      LOG.error("the alarm waits for its next try: {}", e.getClass().getName());
    }
  }
}
