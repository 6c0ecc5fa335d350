package org.hearback.invitation;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/**
 * Carries out what respondents asked for with "stop these messages", within a minute. Idempotent.
 */
@Singleton
public class StopJob {
  private final Stopping stopping;
  private final boolean enabled;

  StopJob(Stopping stopping, @Value("${hearback.jobs.enabled:true}") boolean enabled) {
    this.stopping = stopping;
    this.enabled = enabled;
  }

  @Scheduled(initialDelay = "10s", fixedDelay = "1m")
  void scheduled() {
    if (enabled) {
      run();
    }
  }

  /** Carries out every open request. */
  public void run() {
    stopping.requests().forEach(stopping::carryOut);
  }
}
