package org.hearback.theme;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.Disclosure;

/** A theme quarter by quarter, the oldest first. Pure. */
record Course(String theme, List<Point> points) {
  /** Two years: enough to see the same quarter of a year ago beside its neighbours. */
  static final int QUARTERS = 8;

  Course {
    points = List.copyOf(points);
  }

  /**
   * One quarter.
   *
   * @param base its answers
   * @param whole whether hardly any more will come
   */
  record Point(CellSpan quarter, int having, int base, boolean whole) {
    /** Whether there are answers enough for a share. */
    boolean hasShare() {
      return base >= Disclosure.BASE_MIN;
    }

    Share share() {
      return new Share(having, base);
    }

    Interval interval() {
      return share().wilson(Normal.Z_95);
    }
  }

  /** The quarters of a page, up to the one of today. */
  static List<CellSpan> quarters(LocalDate today) {
    var last = CellSpan.quarterOf(YearMonth.from(today));
    return IntStream.range(0, QUARTERS)
        .mapToObj(back -> Comparison.back(last, QUARTERS - 1 - back))
        .toList();
  }

  static Course of(ThemeCounts counts, String theme, LocalDate today) {
    var closed = Disclosure.newestClosed(today);
    return new Course(
        theme,
        quarters(today).stream()
            .map(quarter ->
                new Point(
                    quarter,
                    counts.saying(theme, quarter.key()),
                    counts.in(quarter.key()),
                    !closed.isBefore(quarter)))
            .toList());
  }

  /** The upper end of a scale that all these shares and intervals fit into, in whole tenths. */
  static double top(List<Course> courses) {
    double most =
        courses.stream()
            .flatMap(course -> course.points().stream())
            .filter(Point::hasShare)
            .mapToDouble(point -> point.interval().high())
            .max()
            .orElse(1);
    return Math.min(1, Math.ceil(most * 10 - 1e-9) / 10);
  }
}
