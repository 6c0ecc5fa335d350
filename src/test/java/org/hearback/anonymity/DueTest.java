package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTest {
  private static final Set<LocalDate> CHRISTMAS =
      Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28));
  private static final OfficeHours HOURS =
      new OfficeHours(
          ZoneId.of("Europe/London"), LocalTime.of(9, 0), LocalTime.of(17, 0), CHRISTMAS);

  @ParameterizedTest
  @CsvSource({
    // level, sent, due; 23 November 2026 is a Monday
    "RED,   2026-11-23T10:00, 2026-11-23T11:00",
    "RED,   2026-11-23T08:00, 2026-11-23T10:00",
    "RED,   2026-11-23T16:00, 2026-11-23T17:00",
    "RED,   2026-11-23T16:30, 2026-11-24T09:30",
    "RED,   2026-11-23T17:00, 2026-11-24T10:00",
    "RED,   2026-11-27T16:45, 2026-11-30T09:45",
    "RED,   2026-11-28T12:00, 2026-11-30T10:00",
    "RED,   2026-12-24T16:30, 2026-12-29T09:30",
    "AMBER, 2026-11-23T10:00, 2026-11-24T10:00",
    "AMBER, 2026-11-27T10:00, 2026-11-30T10:00",
    "AMBER, 2026-11-27T20:00, 2026-12-01T09:00",
    "AMBER, 2026-12-24T12:00, 2026-12-29T12:00",
    "NONE,  2026-11-23T10:00, 2026-11-25T10:00",
    "NONE,  2026-11-26T10:00, 2026-11-30T10:00",
    "RED,   2026-07-06T10:00, 2026-07-06T11:00",
  })
  void is_counted_in_hours_at_the_desk(Level level, LocalDateTime sent, LocalDateTime due) {
    assertThat(Due.at(level, instant(sent), HOURS)).isEqualTo(instant(due));
  }

  @Property
  void is_later_than_send_and_while_somebody_is_there(
      @ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long second,
      @ForAll Level level) {
    var sentAt = Instant.ofEpochSecond(second);
    var due = Due.at(level, sentAt, HOURS).atZone(HOURS.zone());
    assertThat(due.toInstant()).isAfter(sentAt);
    assertThat(due.toLocalTime()).isBetween(HOURS.from(), HOURS.to());
    assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    assertThat(CHRISTMAS).doesNotContain(due.toLocalDate());
  }

  @Property
  void the_more_urgent_is_never_due_later(
      @ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long second) {
    var sentAt = Instant.ofEpochSecond(second);
    var red = Due.at(Level.RED, sentAt, HOURS);
    var amber = Due.at(Level.AMBER, sentAt, HOURS);
    assertThat(red).isBeforeOrEqualTo(amber);
    assertThat(amber).isBefore(Due.at(Level.NONE, sentAt, HOURS));
  }

  /** The forms say this number, so it must hold for whoever is least lucky. */
  @Test
  void no_answer_takes_longer_than_the_forms_promise_over_any_weekend_and_bank_holiday() {
    int longest = 0;
    var sent = LocalDateTime.of(2026, 11, 1, 0, 15);
    for (; sent.isBefore(LocalDateTime.of(2027, 2, 1, 0, 0)); sent = sent.plusMinutes(30)) {
      for (var level : Level.values()) {
        var due = Due.at(level, instant(sent), HOURS).atZone(HOURS.zone()).toLocalDate();
        int days = 0;
        for (var day = sent.toLocalDate(); day.isBefore(due); days++) {
          day = HOURS.next(day);
        }
        assertThat(days).as(level + " " + sent).isLessThanOrEqualTo(Due.WORKING_DAYS_MOST);
        longest = Math.max(longest, days);
      }
    }
    assertThat(longest).as("and not more is said than can be").isEqualTo(Due.WORKING_DAYS_MOST);
  }

  @ParameterizedTest
  @CsvSource({
    // level, due, half of the time, its beginning
    "RED,   2026-11-23T11:00, 2026-11-23T10:30, 2026-11-23T10:00",
    "RED,   2026-11-24T09:30, 2026-11-24T09:00, 2026-11-23T16:30",
    "RED,   2026-11-30T10:00, 2026-11-30T09:30, 2026-11-30T09:00",
    "RED,   2026-12-29T09:15, 2026-12-24T16:45, 2026-12-24T16:15",
    "AMBER, 2026-11-24T10:00, 2026-11-23T14:00, 2026-11-23T10:00",
    "AMBER, 2026-11-30T10:00, 2026-11-27T14:00, 2026-11-27T10:00",
    "AMBER, 2026-12-01T09:00, 2026-11-30T13:00, 2026-11-30T09:00",
  })
  void half_of_its_time_is_counted_at_the_desk(
      Level level, LocalDateTime due, LocalDateTime half, LocalDateTime begin) {
    assertThat(Due.half(level, instant(due), HOURS)).isEqualTo(instant(half));
    assertThat(Due.begin(level, instant(due), HOURS)).isEqualTo(instant(begin));
  }

  @Property
  void the_time_from_its_beginning_to_its_hour_is_the_level_s_whole_time(
      @ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long second,
      @ForAll Level level) {
    var due = Due.at(level, Instant.ofEpochSecond(second), HOURS);
    var begin = Due.begin(level, due, HOURS);
    var whole = Duration.ofHours(level == Level.RED ? 1 : level == Level.AMBER ? 8 : 16);
    assertThat(Due.worked(begin, due, HOURS)).isEqualTo(whole);
    assertThat(Due.worked(Due.half(level, due, HOURS), due, HOURS)).isEqualTo(whole.dividedBy(2));
    assertThat(Due.worked(due, begin, HOURS)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:59, 2026-11-23, false",
    "2026-11-23T09:00, 2026-11-23, true",
    "2026-11-23T16:59, 2026-11-23, true",
    "2026-11-23T17:00, 2026-11-24, false",
    "2026-11-28T12:00, 2026-11-30, false",
    "2026-12-24T17:00, 2026-12-29, false",
  })
  void what_is_sent_now_is_read_first_on_the_next_day_of_the_desk(
      LocalDateTime now, LocalDate day, boolean open) {
    assertThat(HOURS.deskDay(instant(now))).isEqualTo(day);
    assertThat(HOURS.open(instant(now))).isEqualTo(open);
  }

  @Test
  void a_desk_that_is_open_for_less_than_an_hour_is_refused() {
    assertThatThrownBy(
            () -> new OfficeHours(HOURS.zone(), LocalTime.of(9, 0), LocalTime.of(9, 30), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Instant instant(LocalDateTime local) {
    return local.atZone(HOURS.zone()).toInstant();
  }
}
