package org.hearback.safeguarding;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Ends unlocks whose time is over. Idempotent; any number of nodes. */
@Singleton
@Requires(property = "hearback.jobs.enabled", notEquals = "false")
final class UnlockJob {
  private final Unlocking unlocking;

  UnlockJob(Unlocking unlocking) {
    this.unlocking = unlocking;
  }

  @Scheduled(initialDelay = "20s", fixedDelay = "60s")
  void tick() {
    unlocking.endWhatIsOver();
  }
}
