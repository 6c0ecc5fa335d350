package org.hearback.anonymity;

import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The time a published cell covers: a quarter, or the twelve months up to the end of one.
 *
 * @param year of the quarter
 * @param quarter 1 to 4
 */
public record CellSpan(int year, int quarter, boolean twelveMonths) {
  private static final Pattern KEY = Pattern.compile("(\\d{4})-Q([1-4])(/12)?");
  private static final int MONTHS = 3;
  private static final int QUARTERS = 4;

  public CellSpan {
    if (quarter < 1 || quarter > QUARTERS) {
      throw new IllegalArgumentException("no such quarter: " + quarter);
    }
  }

  public static CellSpan quarterOf(YearMonth month) {
    return new CellSpan(month.getYear(), (month.getMonthValue() + 2) / MONTHS, false);
  }

  /** Reads back what {@link #key()} wrote. */
  public static CellSpan of(String key) {
    var parts = KEY.matcher(key);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a cell's time: " + key);
    }
    return new CellSpan(
        Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3) != null);
  }

  /** As stored: {@code 2026-Q4}, or {@code 2026-Q4/12} for the twelve months. */
  public String key() {
    return year + "-Q" + quarter + (twelveMonths ? "/12" : "");
  }

  /** Whether it ends before another one of its kind. */
  public boolean isBefore(CellSpan other) {
    return lastMonth().isBefore(other.lastMonth());
  }

  /** The twelve months that end with this quarter. */
  public CellSpan rolling() {
    return new CellSpan(year, quarter, true);
  }

  /** The same time one year earlier. */
  public CellSpan yearBefore() {
    return new CellSpan(year - 1, quarter, twelveMonths);
  }

  /** The quarter before this one. */
  public CellSpan quarterBefore() {
    return quarterOf(lastMonth().minusMonths(MONTHS));
  }

  /** The four quarters that the twelve months are made of, the newest first. */
  public List<CellSpan> quarters() {
    return IntStream.range(0, QUARTERS)
        .mapToObj(back -> quarterOf(lastMonth().minusMonths((long) back * MONTHS)))
        .toList();
  }

  /**
   * Whether all of a label's period lies in this time; a year does so only in twelve months that
   * end with it.
   *
   * @param period {@code 2026-11}, {@code 2026-Q4} or {@code 2026}
   */
  public boolean covers(String period) {
    var first = firstMonth();
    var last = lastMonth();
    if (period.length() == 4) {
      return covers(period + "-01") && covers(period + "-12");
    }
    if (period.contains("Q")) {
      var other = of(period);
      return !first.isAfter(other.firstMonth()) && !other.lastMonth().isAfter(last);
    }
    var month = YearMonth.parse(period);
    return !month.isBefore(first) && !month.isAfter(last);
  }

  public YearMonth firstMonth() {
    return lastMonth().minusMonths(twelveMonths ? 11 : 2);
  }

  public YearMonth lastMonth() {
    return YearMonth.of(year, quarter * MONTHS);
  }
}
