package org.hearback.anonymity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * By when an answer must have been read, counted in the hours in which somebody is at the desk.
 * Pure.
 */
public final class Due {
  private static final Duration RED_WITHIN = Duration.ofHours(1);
  private static final int AMBER_DAYS = 1;
  private static final int OTHER_DAYS = 2;

  private Due() {}

  /**
   * Red: one working hour after Send. Amber: the same time of the next working day. Otherwise: that
   * of the one after. What is sent while the desk is closed counts as sent when it next opens.
   */
  public static Instant at(Level level, Instant sentAt, OfficeHours hours) {
    var start = open(sentAt.atZone(hours.zone()), hours);
    return switch (level) {
      case RED -> withinAnHour(start, hours);
      case AMBER -> daysAfter(start, AMBER_DAYS, hours);
      case NONE -> daysAfter(start, OTHER_DAYS, hours);
    };
  }

  /** This moment if the desk is open, otherwise the next opening. */
  private static ZonedDateTime open(ZonedDateTime at, OfficeHours hours) {
    var day = at.toLocalDate();
    if (hours.works(day) && at.toLocalTime().isBefore(hours.to())) {
      return at.toLocalTime().isBefore(hours.from()) ? opening(day, hours) : at;
    }
    return opening(hours.next(day), hours);
  }

  private static Instant withinAnHour(ZonedDateTime start, OfficeHours hours) {
    var closing = start.toLocalDate().atTime(hours.to()).atZone(hours.zone());
    var left = Duration.between(start, closing);
    if (RED_WITHIN.compareTo(left) <= 0) {
      return start.plus(RED_WITHIN).toInstant();
    }
    var next = opening(hours.next(start.toLocalDate()), hours);
    return next.plus(RED_WITHIN.minus(left)).toInstant();
  }

  private static Instant daysAfter(ZonedDateTime start, int days, OfficeHours hours) {
    var day = start.toLocalDate();
    for (int passed = 0; passed < days; passed++) {
      day = hours.next(day);
    }
    return day.atTime(start.toLocalTime()).atZone(hours.zone()).toInstant();
  }

  private static ZonedDateTime opening(LocalDate day, OfficeHours hours) {
    return day.atTime(hours.from()).atZone(hours.zone());
  }
}
