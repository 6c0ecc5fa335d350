package org.hearback.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.regex.Pattern;

/**
 * An ISO week of sending, in UTC, for example {@code 2026-W48}: the name of the key that its
 * answers are sealed with.
 *
 * @param name eight characters
 */
public record Week(String name) implements SealKey {
  private static final Pattern SHAPE = Pattern.compile("\\d{4}-W\\d{2}");

  public Week {
    if (!SHAPE.matcher(name).matches()) {
      throw new IllegalArgumentException("not a week: " + name);
    }
  }

  public static Week of(Instant instant) {
    return of(LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }

  public static Week of(LocalDate day) {
    return new Week(
        "%04d-W%02d"
            .formatted(
                day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
  }

  /** Its Sunday. */
  public LocalDate lastDay() {
    int year = Integer.parseInt(name.substring(0, 4));
    int week = Integer.parseInt(name.substring(6));
    return LocalDate.of(year, 1, 4)
        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
        .with(java.time.DayOfWeek.SUNDAY);
  }
}
