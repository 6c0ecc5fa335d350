package org.hearback.anonymity;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When the duty desk is open, Monday to Friday.
 *
 * @param from for example 09:00
 * @param to for example 17:00; later than {@code from} by an hour or more, as a red answer is read within one
 */
public record OfficeHours(ZoneId zone, LocalTime from, LocalTime to) {
  public OfficeHours {
    if (to.isBefore(from) || Duration.between(from, to).toHours() < 1) {
      throw new IllegalArgumentException("the desk is open for less than an hour");
    }
  }
}
