package org.hearback.safeguarding;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

/**
 * Takes a step once, whichever node is first: that it was taken, and what is to be said for it,
 * stand in one transaction, so that neither is lost without the other.
 */
@Singleton
class AlertSteps {
  private final AlertRows rows;

  AlertSteps(AlertRows rows) {
    this.rows = rows;
  }

  @Transactional("duty")
  void take(Waiting waiting, Step step, Set<Recipient> to, Instant now) {
    if (rows.take(waiting.envelope(), step.number(), utc(now)) == 1) {
      for (var recipient : to) {
        rows.say(recipient.who(), recipient.way().stored(), utc(waiting.dueAt()));
      }
    }
  }

  /** For whoever sends it; empty-handed where another was first. */
  boolean hold(Recipient to, UUID holder, Instant now, Instant until) {
    return rows.hold(to.who(), to.way().stored(), holder, utc(now), utc(until)) == 1;
  }

  static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
