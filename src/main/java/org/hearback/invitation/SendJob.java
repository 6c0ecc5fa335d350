package org.hearback.invitation;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.hearback.journey.CouncilClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, by day only. Whatever was asked to stop is stopped first. It ends early when
 * the postman is closed or fails three times in a row, so that an outage does not use up
 * everybody's tries. Several nodes may run it at once.
 */
@Singleton
public class SendJob {
  private static final Logger LOG = LoggerFactory.getLogger(SendJob.class);
  private static final int BATCH = 500;
  private static final int FAILURES_MAX = 3;

  private final Sending sending;
  private final StopJob stops;
  private final Postman postman;
  private final CouncilClock clock;
  private final SendingHours hours;
  private final boolean enabled;

  SendJob(
      Sending sending,
      StopJob stops,
      Postman postman,
      CouncilClock clock,
      @Value("${hearback.invitation.hours:9-19}") String hours,
      @Value("${hearback.jobs.enabled:true}") boolean enabled) {
    this.sending = sending;
    this.stops = stops;
    this.postman = postman;
    this.clock = clock;
    this.hours = SendingHours.read(hours);
    this.enabled = enabled;
  }

  @Scheduled(initialDelay = "20s", fixedDelay = "${hearback.invitation.send-every:5m}")
  void scheduled() {
    if (enabled) {
      run();
    }
  }

  /** Sends one batch, if it is day. */
  public synchronized void run() {
    if (!hours.hold(clock.timeOfDay()) || !postman.open()) {
      return;
    }
    stops.run();
    int failures = 0;
    for (var id : sending.due(BATCH)) {
      switch (send(id)) {
        case Postman.Outcome.Closed(var why) -> {
          LOG.error("no text messages are sent: {}", why);
          return;
        }
        case Postman.Outcome.Sent() -> failures = 0;
        default -> failures++;
      }
      if (failures >= FAILURES_MAX) {
        LOG.warn("three messages in a row did not go; the rest waits for the next run");
        return;
      }
    }
  }

  private Postman.Outcome send(UUID id) {
    try {
      var parcel = sending.pack(id);
      if (parcel.isEmpty()) {
        return new Postman.Outcome.Sent(); // nothing to send is no failure
      }
      var outcome = hand(parcel.get());
      sending.settle(parcel.get(), outcome);
      return outcome;
    } catch (RuntimeException e) {
      // One record that does not open must not hold up everybody.
      LOG.error("invitation {} could not be sent: {}", id, e.getClass().getName());
      return new Postman.Outcome.Failed();
    }
  }

  /** A postman that throws breaks its word; nobody knows then whether the message left. */
  private Postman.Outcome hand(Sending.Parcel parcel) {
    try {
      return postman.send(parcel.delivery(), parcel.phone(), parcel.text());
    } catch (RuntimeException e) {
      LOG.error("the postman failed: {}", e.getClass().getName());
      return new Postman.Outcome.Unknown();
    }
  }
}
