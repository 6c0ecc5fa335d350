package org.hearback.anonymity;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * When the duty desk is open, Monday to Friday.
 *
 * @param from for example 09:00
 * @param to for example 17:00; later than {@code from} by an hour or more, as a red answer is read
 *     within one
 * @param holidays on which nobody is at the desk although it is a working day
 */
public record OfficeHours(ZoneId zone, LocalTime from, LocalTime to, Set<LocalDate> holidays) {
  public OfficeHours {
    holidays = Set.copyOf(holidays);
    if (to.isBefore(from) || Duration.between(from, to).toHours() < 1) {
      throw new IllegalArgumentException("the desk is open for less than an hour");
    }
  }

  /** Whether somebody is at the desk on that day. */
  public boolean works(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.contains(day);
  }

  /** Whether somebody is at the desk at that moment. */
  public boolean open(Instant at) {
    var local = at.atZone(zone);
    return works(local.toLocalDate())
        && !local.toLocalTime().isBefore(from)
        && local.toLocalTime().isBefore(to);
  }

  /** The day on which what is sent at that moment is read first. */
  public LocalDate deskDay(Instant at) {
    var local = at.atZone(zone);
    return works(local.toLocalDate()) && local.toLocalTime().isBefore(to)
        ? local.toLocalDate()
        : next(local.toLocalDate());
  }

  /**
   * The last holiday that is known; empty when none is. After it every weekday counts as worked.
   */
  public Optional<LocalDate> lastHoliday() {
    return holidays.stream().max(Comparator.naturalOrder());
  }

  /** The next day on which the desk opens. Holidays are a finite set, so there is one. */
  public LocalDate next(LocalDate day) {
    var next = day.plusDays(1);
    while (!works(next)) {
      next = next.plusDays(1);
    }
    return next;
  }
}
