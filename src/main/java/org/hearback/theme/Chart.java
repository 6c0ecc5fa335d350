package org.hearback.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where the marks of a small chart stand: a point for each share, a line for its interval, and a
 * line from each point to the next where no quarter lies between that has none. Pure; the template
 * draws it.
 */
final class Chart {
  private static final int WIDTH = 280;
  private static final int HEIGHT = 132;
  private static final int LEFT = 42;
  private static final int STEP = 30;
  private static final int TOP = 10;
  private static final int BOTTOM = 92;
  private static final int HALVES = 2;

  private Chart() {}

  /**
   * @param top the share at the upper end of the scale
   * @param words what somebody hears who does not see it
   */
  static Map<String, Object> of(Course course, double top, String words) {
    var dots = new ArrayList<Map<String, String>>();
    var lines = new ArrayList<Map<String, String>>();
    var ticks = new ArrayList<Map<String, String>>();
    var points = course.points();
    for (int i = 0; i < points.size(); i++) {
      var point = points.get(i);
      ticks.add(tick(point, i));
      if (point.hasShare()) {
        dots.add(
            Map.of(
                "x", x(i),
                "y", y(point.share().estimate(), top),
                "low", y(point.interval().low(), top),
                "high", y(point.interval().high(), top),
                "mark", point.whole() ? "office-chart__dot" : "office-chart__ring"));
        if (i > 0 && points.get(i - 1).hasShare()) {
          lines.add(
              Map.of(
                  "from", x(i - 1),
                  "at", y(points.get(i - 1).share().estimate(), top),
                  "to", x(i),
                  "then", y(point.share().estimate(), top)));
        }
      }
    }
    return Map.of(
        "box", "0 0 " + WIDTH + " " + HEIGHT,
        "words", words,
        "left", LEFT,
        "right", WIDTH,
        "scale", scale(top),
        "dots", dots,
        "lines", lines,
        "ticks", ticks);
  }

  /** Nothing, the middle and the upper end. */
  private static List<Map<String, String>> scale(double top) {
    var marks = new ArrayList<Map<String, String>>();
    for (int i = 0; i <= HALVES; i++) {
      double share = top * i / HALVES;
      marks.add(
          Map.of(
              "y", y(share, top),
              "words", y(share - 0.045 * top, top),
              "text", Math.round(share * 100) + " %"));
    }
    return marks;
  }

  private static Map<String, String> tick(Course.Point point, int place) {
    boolean first = place == 0 || point.quarter().quarter() == 1;
    return Map.of(
        "x",
        x(place),
        "quarter",
        "Q" + point.quarter().quarter(),
        "year",
        first ? Integer.toString(point.quarter().year()) : "");
  }

  private static String x(int place) {
    return Integer.toString(LEFT + STEP / 2 + place * STEP);
  }

  private static String y(double share, double top) {
    return String.format(Locale.ROOT, "%.1f", BOTTOM - share / top * (BOTTOM - TOP));
  }
}
