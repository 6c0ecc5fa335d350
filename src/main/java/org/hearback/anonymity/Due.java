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
  /**
   * In how many working days everything that was sent has been read at the latest, the day of Send
   * not counted: what is sent after closing counts as sent when the desk next opens, and then has
   * the longest time. The forms say this number.
   */
  public static final int WORKING_DAYS_MOST = 3;

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

  /**
   * By when what was sent on some day and is not flagged has been read, at whatever hour it was
   * sent: the longest time that the forms promise.
   */
  public static Instant latest(LocalDate sentOn, OfficeHours hours) {
    return at(Level.NONE, sentOn.plusDays(1).atStartOfDay(hours.zone()).toInstant(), hours);
  }

  /**
   * The moment at which half of the time until {@code due} has passed, counted at the desk: then
   * the deputies are asked too.
   */
  public static Instant half(Level level, Instant due, OfficeHours hours) {
    return before(due, whole(level, hours).dividedBy(2), hours);
  }

  /** From when on the time until {@code due} was counted: at Send, or when the desk next opened. */
  public static Instant begin(Level level, Instant due, OfficeHours hours) {
    return before(due, whole(level, hours), hours);
  }

  /** For how long the desk was open between two moments; nothing when the second is not later. */
  public static Duration worked(Instant from, Instant to, OfficeHours hours) {
    var total = Duration.ZERO;
    var at = from.atZone(hours.zone());
    var end = to.atZone(hours.zone());
    for (var day = at.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
      if (hours.works(day)) {
        var opened = later(opening(day, hours), at);
        var closed = earlier(closing(day, hours), end);
        if (opened.isBefore(closed)) {
          total = total.plus(Duration.between(opened, closed));
        }
      }
    }
    return total;
  }

  /** The whole time that a level has, at the desk: an hour, or so many whole days. */
  private static Duration whole(Level level, OfficeHours hours) {
    var day = Duration.between(hours.from(), hours.to());
    return switch (level) {
      case RED -> RED_WITHIN;
      case AMBER -> day.multipliedBy(AMBER_DAYS);
      case NONE -> day.multipliedBy(OTHER_DAYS);
    };
  }

  /** So much time at the desk before a moment. */
  private static Instant before(Instant moment, Duration time, OfficeHours hours) {
    var left = time;
    var at = moment.atZone(hours.zone());
    while (true) {
      var day = at.toLocalDate();
      if (hours.works(day)) {
        var opened = opening(day, hours);
        var until = earlier(at, closing(day, hours));
        var here = Duration.between(opened, until);
        if (left.compareTo(here) <= 0) {
          return until.minus(left).toInstant();
        }
        left = here.isNegative() ? left : left.minus(here);
      }
      at = day.atStartOfDay(hours.zone()).minusNanos(1);
    }
  }

  private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
    return one.isBefore(other) ? other : one;
  }

  private static ZonedDateTime earlier(ZonedDateTime one, ZonedDateTime other) {
    return one.isBefore(other) ? one : other;
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
    var left = Duration.between(start, closing(start.toLocalDate(), hours));
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

  private static ZonedDateTime closing(LocalDate day, OfficeHours hours) {
    return day.atTime(hours.to()).atZone(hours.zone());
  }

  private static ZonedDateTime opening(LocalDate day, OfficeHours hours) {
    return day.atTime(hours.from()).atZone(hours.zone());
  }
}
