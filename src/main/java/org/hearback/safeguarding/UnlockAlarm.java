package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that somebody found out alone who sent an answer. Safe for any thread. */
@Singleton
class UnlockAlarm {
  private static final Logger LOG = LoggerFactory.getLogger(UnlockAlarm.class);

  void raise() {
    LOG.error("one person alone found out who sent an answer; see Unlocks, and /health");
  }
}
