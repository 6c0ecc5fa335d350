package org.hearback.invitation;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.hearback.journey.Events;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the events that may still lead to an invitation. Idempotent; two nodes may run it at
 * once.
 */
@Singleton
public class WeighJob {
  private static final Logger LOG = LoggerFactory.getLogger(WeighJob.class);
  private static final int FAILURES_MAX = 3;

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

  /** Weighs every open event. One run at a time: two would trip over each other's rows. */
  public synchronized void run() {
    int failures = 0;
    for (var event : events.open()) {
      try {
        weighing.weigh(event);
        failures = 0;
      } catch (RuntimeException e) {
        // One record that does not open must not hold up everybody; a database that is gone must
        // not fill the log.
        LOG.error("event {} could not be weighed: {}", event.id(), e.getClass().getName());
        if (++failures >= FAILURES_MAX) {
          return;
        }
      }
    }
  }
}
