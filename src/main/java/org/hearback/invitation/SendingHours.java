package org.hearback.invitation;

import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * The hours in which phones may ring, at the council's own time.
 *
 * @param from the first hour
 * @param until the hour from which nothing is sent
 */
record SendingHours(int from, int until) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})-(\\d{1,2})");

  SendingHours {
    if (from >= until || until > 24) {
      throw new IllegalArgumentException("no hours of a day");
    }
  }

  /** Reads {@code 9-19}. */
  static SendingHours read(String written) {
    var match = WRITTEN.matcher(written.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException("hearback.invitation.hours is not written like 9-19");
    }
    return new SendingHours(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
  }

  boolean hold(LocalTime time) {
    return time.getHour() >= from && time.getHour() < until;
  }
}
