package org.hearback.invitation;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.hearback.journey.Channel;
import org.hearback.journey.CouncilClock;

/**
 * What waits to be sent, and what became of each message that this node handed over. A gauge asks
 * the database when it is read, and is not a number when that fails. Safe for any thread.
 */
@Singleton
final class SendingMeters implements MeterBinder {
  private static final List<String> OUTCOMES =
      List.of("sent", "refused", "failed", "unknown", "closed");

  private final InvitationRows rows;
  private final CouncilClock clock;
  private final Map<Handed, LongAdder> handed = new ConcurrentHashMap<>();

  private record Handed(Channel channel, String outcome) {}

  SendingMeters(InvitationRows rows, CouncilClock clock) {
    this.rows = rows;
    this.clock = clock;
    for (var channel : Channel.values()) {
      OUTCOMES.forEach(outcome -> handed.put(new Handed(channel, outcome), new LongAdder()));
    }
  }

  void handed(Channel channel, Postman.Outcome outcome) {
    handed.computeIfAbsent(new Handed(channel, word(outcome)), _ -> new LongAdder()).increment();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    handed.forEach((what, count) ->
        FunctionCounter.builder("hearback.messages", count, LongAdder::sum)
            .tag("channel", what.channel().key())
            .tag("outcome", what.outcome())
            .description("Messages handed to a postman, by what became of them")
            .register(registry));
    Gauge.builder("hearback.outbox.due", this, it -> it.rows.countDue(it.clock.today()))
        .description("Invitations that may go today and have not gone")
        .register(registry);
    Gauge.builder("hearback.outbox.oldest", this, SendingMeters::oldest)
        .baseUnit("days")
        .description("For how long the oldest of them has been due")
        .register(registry);
  }

  private long oldest() {
    var today = clock.today();
    return rows.oldestDue(today).map(due -> ChronoUnit.DAYS.between(due, today)).orElse(0L);
  }

  private static String word(Postman.Outcome outcome) {
    return switch (outcome) {
      case Postman.Outcome.Sent() -> "sent";
      case Postman.Outcome.Refused() -> "refused";
      case Postman.Outcome.Failed() -> "failed";
      case Postman.Outcome.Unknown() -> "unknown";
      case Postman.Outcome.Closed _ -> "closed";
    };
  }
}
