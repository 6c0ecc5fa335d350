package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hearback.anonymity.OfficeHours;

/**
 * How far the reading is behind, for whoever watches the service: ages. Looked up anew each time;
 * safe for any thread.
 */
@Singleton
final class Reading {
  private final DutyRows rows;
  private final WeekKeys keys;
  private final OfficeHours hours;
  private final InstantSource clock;

  Reading(DutyRows rows, WeekKeys keys, OfficeHours hours, InstantSource clock) {
    this.rows = rows;
    this.keys = keys;
    this.hours = hours;
    this.clock = clock;
  }

  /**
   * For how many days the oldest unread answer has waited.
   *
   * @param byOpenLink of those that came by open links, else of the others
   */
  long unreadDays(boolean byOpenLink) {
    return days(rows.oldestUnread(byOpenLink));
  }

  /** The same of who was asked, at one level. */
  long unreadDays(String level) {
    return days(rows.oldestUnread(level));
  }

  /** How many days ago the oldest came that was read and can still be traced. */
  long clearedDays() {
    return days(rows.oldestCleared());
  }

  /** By how many minutes the most overdue concern is late; 0 when none is. */
  long overdueMinutes(boolean byOpenLink) {
    return rows.earliestDue(byOpenLink, keys.held())
        .map(due -> Duration.between(due.toInstant(ZoneOffset.UTC), clock.instant()).toMinutes())
        .map(late -> Math.max(0, late))
        .orElse(0L);
  }

  /** For how many days from now on the holidays are known; 0 when the list has ended. */
  long holidaysKnownDays() {
    return hours
        .lastHoliday()
        .map(last -> Math.max(0, ChronoUnit.DAYS.between(today(), last)))
        .orElse(0L);
  }

  /** How many answers no key opens any more. */
  long withoutKey() {
    return rows.countBeyond(keys.held());
  }

  private long days(Optional<LocalDate> since) {
    return since.map(day -> Math.max(0, ChronoUnit.DAYS.between(day, today()))).orElse(0L);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), hours.zone());
  }
}
