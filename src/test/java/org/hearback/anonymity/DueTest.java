package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
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
