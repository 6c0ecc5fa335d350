package org.hearback.theme;

/** What lies between two bounds, and they themselves. */
record Interval(double low, double high) {
  Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("no interval");
    }
  }

  boolean contains(double value) {
    return low <= value && value <= high;
  }
}
