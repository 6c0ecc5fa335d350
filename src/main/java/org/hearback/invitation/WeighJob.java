package org.hearback.invitation;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.hearback.journey.Events;

/**
 * Goes through the events that may still lead to an invitation. Idempotent; two nodes may run it at
 * once.
 */
@Singleton
public class WeighJob {
  private final Events events;
  private final Weighing weighing;
  private final boolean enabled;

  WeighJob(
      Events events, Weighing weighing, @Value("${hearback.jobs.enabled:true}") boolean enabled) {
    this.events = events;
    this.weighing = weighing;
    this.enabled = enabled;
  }

  @Scheduled(initialDelay = "15s", fixedDelay = "${hearback.invitation.weigh-every:1m}")
  void scheduled() {
    if (enabled) {
      run();
    }
  }

  /** Weighs every open event. */
  public void run() {
    events.open().forEach(weighing::weigh);
  }
}
