package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.hearback.anonymity.Due;
import org.hearback.anonymity.OfficeHours;

/**
 * What waits, and whether alerts about it arrive: ages, and no count, as a count that rises by one
 * says when somebody in danger pressed Send. Looked up anew each time; safe for any thread.
 */
@Singleton
final class AlertState {
  /** Of answers by who was asked all are seen, whatever comes in by open links. */
  private static final int MOST = 500;

  private final AlertRows rows;
  private final WeekKeys keys;
  private final Recipients recipients;
  private final Escalation escalation;
  private final OfficeHours hours;
  private final InstantSource clock;

  AlertState(
      AlertRows rows,
      WeekKeys keys,
      Recipients recipients,
      NightContact night,
      OfficeHours hours,
      InstantSource clock) {
    this.rows = rows;
    this.keys = keys;
    this.recipients = recipients;
    this.escalation = new Escalation(hours, night.agreed());
    this.hours = hours;
    this.clock = clock;
  }

  List<Waiting> waiting() {
    var weeks = keys.heldIfAny();
    return rows.waiting(weeks.isEmpty(), weeks.orElse(List.of("")), MOST).stream()
        .map(WaitingRow::waiting)
        .toList();
  }

  /** What is not flagged and was to be read by now, as far as nobody was told yet. */
  List<Waiting> late() {
    var now = clock.instant();
    var until = LocalDate.ofInstant(now, hours.zone());
    while (!Due.latest(until, hours).isBefore(now)) {
      until = until.minusDays(1);
    }
    var weeks = keys.heldIfAny();
    return rows
        .late(until, weeks.isEmpty(), weeks.orElse(List.of("")), Step.OVERDUE.number(), MOST)
        .stream()
        .map(row -> row.waiting(hours))
        .toList();
  }

  /** For how many minutes of the desk's hours the oldest concern has waited that nobody owns. */
  long unownedMinutes() {
    var now = clock.instant();
    return waiting().stream()
        .filter(waiting -> !waiting.owned() && !waiting.byOpenLink())
        .mapToLong(waiting -> escalation.waited(waiting, now).toMinutes())
        .max()
        .orElse(0);
  }

  /** For how many minutes an alert should have gone out and has not; 0 when all have. */
  long failingMinutes() {
    var now = clock.instant();
    long late =
        Stream.concat(waiting().stream(), late().stream())
            .mapToLong(waiting -> escalation.late(waiting, now).toMinutes())
            .max()
            .orElse(0);
    long failing = rows.failingSince().map(since -> minutes(since, now)).orElse(0L);
    return Math.max(late, failing);
  }

  boolean someWay() {
    return recipients.someWay();
  }

  /** At least 1: what fails, fails. */
  private static long minutes(LocalDateTime since, Instant now) {
    return Math.max(1, Duration.between(since.toInstant(ZoneOffset.UTC), now).toMinutes());
  }
}
