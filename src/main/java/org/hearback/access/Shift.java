package org.hearback.access;

import java.time.LocalDate;
import java.util.Locale;

/** One reader's place on one day of the rota. */
public record Shift(LocalDate day, Staff reader, Place place) {

  /** What is asked of somebody on the rota. Stored in lower case. */
  public enum Place {
    /** Reads. */
    DUTY,
    /** Reads when duty is late. */
    DEPUTY;

    String stored() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Place of(String stored) {
      return valueOf(stored.toUpperCase(Locale.ROOT));
    }
  }
}
