package org.hearback.anonymity;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;

/** By when an answer must have been read, counted in the hours in which somebody is at the desk. Pure. */
public final class Due {
  private static final Duration RED_WITHIN = Duration.ofHours(1);
  private static final int AMBER_DAYS = 1;
  private static final int OTHER_DAYS = 2;

  private Due() {}

  /**
   * Red: one working hour after Send. Amber: the same time of the next working day. Otherwise: that of the one after. What
   * is sent while the desk is closed counts as sent when it next opens.
   *
   * @param holidays on which nobody is at the desk; not a whole year of them
   */
  public static Instant dueAt(
      Level level, Instant sentAt, OfficeHours hours, Set<LocalDate> holidays) {
    var desk = new Desk(hours, holidays);
    var start = desk.open(sentAt.atZone(hours.zone()));
    return switch (level) {
      case RED -> desk.after(start, RED_WITHIN);
      case AMBER -> desk.daysAfter(start, AMBER_DAYS);
      case NONE -> desk.daysAfter(start, OTHER_DAYS);
    };
  }

  private record Desk(OfficeHours hours, Set<LocalDate> holidays) {

    /** This moment if the desk is open, otherwise the next opening. */
    ZonedDateTime open(ZonedDateTime at) {
      if (works(at.toLocalDate()) && at.toLocalTime().isBefore(hours.to())) {
        return at.toLocalTime().isBefore(hours.from()) ? opening(at.toLocalDate()) : at;
      }
      return opening(next(at.toLocalDate()));
    }

    Instant after(ZonedDateTime start, Duration work) {
      var closing = start.toLocalDate().atTime(hours.to()).atZone(hours.zone());
      var left = Duration.between(start, closing);
      if (work.compareTo(left) <= 0) {
        return start.plus(work).toInstant();
      }
      return opening(next(start.toLocalDate())).plus(work.minus(left)).toInstant();
    }

    Instant daysAfter(ZonedDateTime start, int days) {
      var day = start.toLocalDate();
      for (int passed = 0; passed < days; passed++) {
        day = next(day);
      }
      return day.atTime(start.toLocalTime()).atZone(hours.zone()).toInstant();
    }

    private LocalDate next(LocalDate day) {
      var next = day.plusDays(1);
      while (!works(next)) {
        next = next.plusDays(1);
      }
      return next;
    }

    private ZonedDateTime opening(LocalDate day) {
      return day.atTime(hours.from()).atZone(hours.zone());
    }

    private boolean works(LocalDate day) {
      return day.getDayOfWeek() != DayOfWeek.SATURDAY
          && day.getDayOfWeek() != DayOfWeek.SUNDAY
          && !holidays.contains(day);
    }
  }
}
