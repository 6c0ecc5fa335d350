package org.hearback.journey;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as extracts write them: 2026-11-23, with or without a time of day, or 23/11/2026. */
final class Dates {
  private static final Pattern TIME =
      Pattern.compile("[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})?");
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter BRITISH =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private Dates() {}

  static Optional<LocalDate> day(String typed) {
    var day = typed.length() > 10 ? typed.substring(0, 10) : typed;
    if (typed.length() > 10 && !TIME.matcher(typed.substring(10)).matches()) {
      return Optional.empty();
    }
    try {
      var date = LocalDate.parse(day, day.indexOf('/') > 0 ? BRITISH : ISO);
      return date.getYear() >= 1900 && date.getYear() <= 2200
          ? Optional.of(date)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * An instant to the second; a time without an offset is taken as UTC, the same for every file.
   */
  static Optional<Instant> instant(String typed) {
    var text = typed.replace(' ', 'T');
    try {
      if (day(typed).isEmpty()) {
        return Optional.empty();
      }
      var instant =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
              : text.matches(".*(Z|[+-]\\d{2}:\\d{2})")
                  ? OffsetDateTime.parse(text).toInstant()
                  : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
      return Optional.of(instant.truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
