package org.hearback.invitation;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.hearback.journey.Channel;
import org.hearback.journey.CouncilClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, by day only. Whatever was asked to stop is stopped first. Each channel goes by
 * itself and ends early when its postman is closed or fails three times in a row, so that an outage
 * neither uses up everybody's tries nor holds up the other channels. Several nodes may run it at
 * once.
 */
@Singleton
public class SendJob {
  private static final Logger LOG = LoggerFactory.getLogger(SendJob.class);
  private static final int BATCH = 500;
  private static final int FAILURES_MAX = 3;

  private final Sending sending;
  private final StopJob stops;
  private final Postmen postmen;
  private final SendingMeters meters;
  private final CouncilClock clock;
  private final SendingHours hours;
  private final boolean enabled;

  SendJob(
      Sending sending,
      StopJob stops,
      Postmen postmen,
      SendingMeters meters,
      CouncilClock clock,
      @Value("${hearback.invitation.hours:9-19}") String hours,
      @Value("${hearback.jobs.enabled:true}") boolean enabled) {
    this.sending = sending;
    this.stops = stops;
    this.postmen = postmen;
    this.meters = meters;
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

  /** Sends one batch by each channel, if it is day. */
  public synchronized void run() {
    if (!hours.hold(clock.timeOfDay())) {
      return;
    }
    var open = postmen.open();
    if (!open.isEmpty()) {
      stops.run();
      open.forEach(this::run);
    }
  }

  private void run(Channel channel) {
    int failures = 0;
    for (var id : sending.due(channel, BATCH)) {
      switch (send(id, channel)) {
        case Postman.Outcome.Closed(var why) -> {
          LOG.error("nothing is sent by {}: {}", channel.key(), why);
          return;
        }
        case Postman.Outcome.Sent() -> failures = 0;
        default -> failures++;
      }
      if (failures >= FAILURES_MAX) {
        LOG.warn(
            "three messages in a row did not go by {}; the rest waits for the next run",
            channel.key());
        return;
      }
    }
  }

  private Postman.Outcome send(UUID id, Channel channel) {
    try {
      var parcel = sending.pack(id, channel);
      if (parcel.isEmpty()) {
        return new Postman.Outcome.Sent(); // nothing to send is no failure
      }
      var outcome = hand(parcel.get());
      meters.handed(channel, outcome);
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
      return postmen.send(parcel.delivery(), parcel.message());
    } catch (RuntimeException e) {
      LOG.error("the postman failed: {}", e.getClass().getName());
      return new Postman.Outcome.Unknown();
    }
  }
}
