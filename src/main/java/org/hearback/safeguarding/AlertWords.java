package org.hearback.safeguarding;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.hearback.anonymity.OfficeHours;

/**
 * The words of an alert: that something waits, where, and how urgent it is. They are the same
 * whatever it is about, as mailboxes are shared and phones lie on tables. Immutable.
 */
@Singleton
final class AlertWords {
  static final String SUBJECT = "Something waits at the duty desk";

  private static final Duration SOON = Duration.ofHours(1);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.UK);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.UK);

  private final String address;
  private final ZoneId zone;

  AlertWords(@Value("${hearback.http.address}") String address, OfficeHours hours) {
    this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    this.zone = hours.zone();
  }

  /** For somebody on the rota, or a lead. */
  String text(Instant due, Instant now) {
    return words(urgency(due, now));
  }

  /** For whoever is asked at night: the desk's own hour says nothing to them. */
  String atNight() {
    return words("Please look within the hour.");
  }

  String what(Instant due, Instant now) {
    return due.isBefore(now) ? "overdue" : "waiting";
  }

  private String words(String urgency) {
    return SUBJECT + ". " + urgency + " " + address + "/office";
  }

  private String urgency(Instant due, Instant now) {
    if (due.isBefore(now)) {
      return "It is overdue.";
    }
    if (!due.isAfter(now.plus(SOON))) {
      return "Please look within the hour.";
    }
    var at = due.atZone(zone);
    long days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), at.toLocalDate());
    var by =
        days == 0
            ? "today " + TIME.format(at)
            : days == 1
                ? "tomorrow " + TIME.format(at)
                : days < 7 ? DAY.format(at) : DATE.format(at);
    return "Please look by " + by + ".";
  }
}
