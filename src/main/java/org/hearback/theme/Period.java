package org.hearback.theme;

import java.util.List;

/** A label's period: {@code 2026-11}, {@code 2026-Q4} or {@code 2026}. */
record Period(String value) {
  private static final int MONTHS_A_QUARTER = 3;

  /** The period itself and those that contain it, so that a search for a year finds its months. */
  List<String> upwards() {
    if (value.length() < 7) {
      return List.of(value);
    }
    var year = value.substring(0, 4);
    if (value.charAt(5) == 'Q') {
      return List.of(value, year);
    }
    return List.of(value, year + "-Q" + ((month() - 1) / MONTHS_A_QUARTER + 1), year);
  }

  /** For sorting: the last month of the period, counted from year 0. */
  long end() {
    return Long.parseLong(value.substring(0, 4)) * 12 + month();
  }

  private int month() {
    if (value.length() < 7) {
      return 12;
    }
    return value.charAt(5) == 'Q'
        ? Integer.parseInt(value.substring(6)) * MONTHS_A_QUARTER
        : Integer.parseInt(value.substring(5));
  }
}
