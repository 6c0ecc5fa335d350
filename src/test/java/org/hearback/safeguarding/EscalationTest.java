package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hearback.safeguarding.Step.FIRST;
import static org.hearback.safeguarding.Step.HALF;
import static org.hearback.safeguarding.Step.NIGHT;
import static org.hearback.safeguarding.Step.OVERDUE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.hearback.anonymity.Due;
import org.hearback.anonymity.Level;
import org.hearback.anonymity.OfficeHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which step is due when, and what an alert says. */
class EscalationTest {
  private static final OfficeHours HOURS =
      new OfficeHours(
          ZoneId.of("Europe/London"),
          LocalTime.of(9, 0),
          LocalTime.of(17, 0),
          Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28)));
  private static final Escalation BY_DAY = new Escalation(HOURS, false);
  private static final Escalation BY_NIGHT = new Escalation(HOURS, true);

  @ParameterizedTest
  @CsvSource({
    // level, sent, now, steps by day, steps where somebody is asked at night; a Monday
    "RED,   2026-11-23T10:00, 2026-11-23T10:01, FIRST, FIRST",
    "RED,   2026-11-23T10:00, 2026-11-23T10:29, FIRST, FIRST",
    "RED,   2026-11-23T10:00, 2026-11-23T10:30, FIRST HALF, FIRST HALF",
    "RED,   2026-11-23T10:00, 2026-11-23T11:01, FIRST HALF OVERDUE, FIRST HALF OVERDUE",
    "RED,   2026-11-23T20:00, 2026-11-23T20:01, '', NIGHT",
    "RED,   2026-11-23T20:00, 2026-11-24T09:00, FIRST, FIRST",
    "RED,   2026-11-23T16:40, 2026-11-23T17:05, '', NIGHT",
    "RED,   2026-11-23T16:40, 2026-11-24T09:09, FIRST, FIRST",
    "RED,   2026-11-23T16:40, 2026-11-24T09:10, FIRST HALF, FIRST HALF",
    "RED,   2026-12-24T16:40, 2026-12-28T12:00, '', NIGHT",
    "AMBER, 2026-11-23T20:00, 2026-11-23T20:01, '', ''",
    "AMBER, 2026-11-23T10:00, 2026-11-23T13:59, FIRST, FIRST",
    "AMBER, 2026-11-23T10:00, 2026-11-23T14:00, FIRST HALF, FIRST HALF",
    "AMBER, 2026-11-27T15:00, 2026-11-30T10:59, FIRST, FIRST",
    "AMBER, 2026-11-27T15:00, 2026-11-30T11:00, FIRST HALF, FIRST HALF",
    "AMBER, 2026-11-23T10:00, 2026-11-24T20:00, OVERDUE, OVERDUE",
  })
  void a_step_is_due(Level level, String sent, String now, String byDay, String byNight) {
    var waiting = waiting(level, sent, false, Set.of());
    assertThat(said(BY_DAY.due(waiting, at(now)))).isEqualTo(byDay);
    assertThat(said(BY_NIGHT.due(waiting, at(now)))).isEqualTo(byNight);
  }

  @Test
  void what_was_taken_is_not_due_again_and_what_somebody_owns_only_when_it_is_late() {
    var taken = waiting(Level.RED, "2026-11-23T10:00", false, Set.of(FIRST));
    assertThat(BY_DAY.due(taken, at("2026-11-23T10:31"))).containsExactly(HALF);
    var owned = waiting(Level.RED, "2026-11-23T10:00", true, Set.of(FIRST));
    assertThat(BY_DAY.due(owned, at("2026-11-23T10:59"))).isEmpty();
    assertThat(BY_NIGHT.due(owned, at("2026-11-23T11:01"))).containsExactly(OVERDUE);
  }

  @Test
  void a_step_that_nobody_takes_shows_after_five_minutes_and_one_of_an_open_link_after_an_hour() {
    var asked = waiting(Level.RED, "2026-11-23T10:00", false, Set.of());
    assertThat(BY_DAY.late(asked, at("2026-11-23T10:04"))).isZero();
    assertThat(BY_DAY.late(asked, at("2026-11-23T10:06"))).hasMinutes(6);
    assertThat(BY_DAY.late(asked, at("2026-11-23T20:00"))).hasHours(9);
    var open =
        new Waiting(asked.envelope(), Level.AMBER, at("2026-11-24T10:00"), false, true, Set.of());
    assertThat(BY_DAY.late(open, at("2026-11-23T11:04"))).isZero();
    assertThat(BY_DAY.late(open, at("2026-11-23T11:06"))).hasMinutes(66);
    var told = waiting(Level.RED, "2026-11-23T10:00", false, Set.of(NIGHT, FIRST, HALF));
    assertThat(BY_DAY.late(told, at("2026-11-23T11:00"))).isZero();
  }

  @Test
  void a_concern_waits_only_while_the_desk_is_open() {
    var waiting = waiting(Level.AMBER, "2026-11-27T16:00", false, Set.of());
    assertThat(BY_DAY.waited(waiting, at("2026-11-29T12:00"))).isEqualTo(Duration.ofHours(1));
    assertThat(BY_DAY.waited(waiting, at("2026-11-30T10:30"))).hasMinutes(150);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T11:00, Please look within the hour.",
    "2026-11-23T16:00, Please look by today 16:00.",
    "2026-11-24T14:00, Please look by tomorrow 14:00.",
    "2026-11-27T14:00, Please look by Friday 14:00.",
    "2026-12-01T09:00, 'Please look by 1 December, 09:00.'",
    "2026-11-23T09:59, It is overdue.",
  })
  void an_alert_says_how_urgent_it_is_and_nothing_else(String due, String urgency) {
    var words = new AlertWords("https://views.example.gov.uk/", HOURS);
    assertThat(words.text(at(due), at("2026-11-23T10:00")))
        .isEqualTo(
            "Something waits at the duty desk. "
                + urgency
                + " https://views.example.gov.uk/office");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://views.example.gov.uk/hook",
        "https://name:secret@example.gov.uk/hook",
        "http://127.0.0.1.example.gov.uk/",
        "ftp://example.gov.uk/",
        "hook",
        "https://"
      })
  void a_webhook_that_is_not_encrypted_is_refused(String address) {
    var secret = "s".repeat(32);
    assertThatThrownBy(() -> new Webhook(address, secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hearback.alerts.webhook");
    assertThat(new Webhook("https://example.gov.uk/hook", secret).configured()).isTrue();
    assertThat(new Webhook("http://127.0.0.1:8090/hook", secret).configured()).isTrue();
    assertThatThrownBy(() -> new Webhook("https://example.gov.uk/hook", "short"))
        .hasMessageContaining("webhook-secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01632 960100", "duty team", "a@b c", "+4416329601001234567"})
  void a_night_contact_that_nobody_can_reach_is_refused(String reach) {
    assertThatThrownBy(() -> new NightContact(reach)).hasMessageContaining("hearback.alerts.night");
    assertThat(new NightContact("+441632960100").recipient().way()).isEqualTo(Recipient.Way.TEXT);
    assertThat(new NightContact("edt@council.example").recipient().way())
        .isEqualTo(Recipient.Way.EMAIL);
  }

  private static Waiting waiting(Level level, String sent, boolean owned, Set<Step> taken) {
    return new Waiting(new UUID(0, 1), level, Due.at(level, at(sent), HOURS), owned, false, taken);
  }

  private static String said(Set<Step> steps) {
    return String.join(" ", steps.stream().map(Step::name).toList());
  }

  private static Instant at(String local) {
    return java.time.LocalDateTime.parse(local).atZone(HOURS.zone()).toInstant();
  }
}
