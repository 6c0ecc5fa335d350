package org.hearback.theme;

import java.util.Locale;

/** Shares and differences in words. Pure. */
final class Figures {
  private static final int PERCENT = 100;
  private static final double NEARLY_ALL = 99.9;

  private Figures() {}

  /**
   * For example {@code 27 %}; with a decimal below one percent and above 99, so that little is not
   * nothing, and nearly all not all.
   */
  static String percent(double share) {
    return number(share) + " %";
  }

  /** For example {@code 14 of 52}. */
  static String of(int having, int base) {
    return "%,d of %,d".formatted(having, base);
  }

  static String of(Share share) {
    return of(share.having(), share.base());
  }

  /** For example {@code 19 to 36 %}. */
  static String interval(Interval interval) {
    return number(interval.low()) + " to " + percent(interval.high());
  }

  /** A difference in points, for example {@code +15} or {@code −3}. */
  static String points(double difference) {
    var number = number(Math.abs(difference));
    if (number.equals("0")) {
      return number;
    }
    return (difference < 0 ? "\u2212" : "+") + number;
  }

  /** How many times as often, for example {@code 2.4}. */
  static String times(double times) {
    return String.format(Locale.ROOT, "%.1f", times);
  }

  static String answers(int count) {
    return count == 1 ? "1 answer" : "%,d answers".formatted(count);
  }

  static String comments(int count) {
    return count == 1 ? "1 comment" : "%,d comments".formatted(count);
  }

  private static String number(double share) {
    double percent = share * PERCENT;
    double tenths = Math.round(percent * 10) / 10.0;
    boolean whole = percent >= 1 && percent <= PERCENT - 1 || percent >= PERCENT;
    return tenths == 0 || whole
        ? Long.toString(Math.round(percent))
        : String.format(Locale.ROOT, "%.1f", Math.min(percent, NEARLY_ALL));
  }
}
