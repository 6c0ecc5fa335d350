package org.hearback.safeguarding;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import org.hearback.access.StaffList;
import org.hearback.anonymity.Level;
import org.hearback.anonymity.OfficeHours;
import org.hearback.answer.KeyFolder;
import org.hearback.answer.Watch;
import org.hearback.answer.Week;
import org.hearback.journey.Audience;

/**
 * Whether somebody reads, and for how long what was sent has waited. Ages in days and never counts:
 * a count that rises by one says when somebody sent, and at what level. A gauge asks the database
 * when it is read, and is not a number when that fails. Safe for any thread.
 */
@Singleton
final class ReadingMeters implements MeterBinder {
  private final Reading reading;
  private final AlertState alerts;
  private final StaffList staff;
  private final Watch watch;
  private final WeekKeys keys;
  private final KeyFolder folder;
  private final OfficeHours hours;
  private final InstantSource clock;

  ReadingMeters(
      Reading reading,
      AlertState alerts,
      StaffList staff,
      Watch watch,
      WeekKeys keys,
      KeyFolder folder,
      OfficeHours hours,
      InstantSource clock) {
    this.reading = reading;
    this.alerts = alerts;
    this.staff = staff;
    this.watch = watch;
    this.keys = keys;
    this.folder = folder;
    this.hours = hours;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var level : Level.values()) {
      var word = level.name().toLowerCase(Locale.ROOT);
      Gauge.builder("hearback.clearing.oldest", reading, it -> it.unreadDays(word))
          .baseUnit("days")
          .tag("level", word)
          .description("For how long the oldest unread answer of this level has waited")
          .register(registry);
    }
    Gauge.builder("hearback.clearing.overdue", reading, it -> it.overdueMinutes(false))
        .baseUnit("minutes")
        .description("By how much the most overdue concern is past its hour; 0 when none is")
        .register(registry);
    Gauge.builder("hearback.delink.oldest", reading, Reading::clearedDays)
        .baseUnit("days")
        .description("How long ago the oldest answer came that was read and can still be traced")
        .register(registry);
    Gauge.builder("hearback.openlinks.oldest", reading, it -> it.unreadDays(true))
        .baseUnit("days")
        .description("For how long the oldest unread answer by a poster or tablet has waited")
        .register(registry);
    Gauge.builder("hearback.openlinks.overdue", reading, it -> it.overdueMinutes(true))
        .baseUnit("minutes")
        .description("By how much the most overdue concern by a poster or tablet is past its hour")
        .register(registry);
    Gauge.builder("hearback.holidays.known", reading, Reading::holidaysKnownDays)
        .baseUnit("days")
        .description("For how many days from now on the bank holidays are known")
        .register(registry);
    bindPeople(registry);
    Gauge.builder("hearback.keys.ready", keys, it -> it.ready() ? 1 : 0)
        .description("1 while this week and the next have keys; without one nothing can be sent")
        .register(registry);
    Gauge.builder("hearback.keys.weeks", folder, ReadingMeters::weeks)
        .description("Weeks whose keys are not destroyed")
        .register(registry);
  }

  private void bindPeople(MeterRegistry registry) {
    Gauge.builder("hearback.concern.unowned", alerts, AlertState::unownedMinutes)
        .baseUnit("minutes")
        .description("For how long of the desk's hours the oldest concern has waited for an owner")
        .register(registry);
    Gauge.builder("hearback.alerts.failing", alerts, AlertState::failingMinutes)
        .baseUnit("minutes")
        .description("For how long an alert should have gone out and has not; 0 when all have")
        .register(registry);
    Gauge.builder("hearback.forms.open", watch, it -> it.reads(Audience.CHILD, false) ? 1 : 0)
        .description("1 while children and young people are shown their forms, 0 while not")
        .register(registry);
    Gauge.builder("hearback.rota.people", staff, it -> it.onRota(deskDay()).size())
        .description("Readers on the rota of today, or of the next day on which the desk is open")
        .register(registry);
  }

  private static long weeks(KeyFolder folder) {
    return folder.keys().stream().filter(Week.class::isInstance).count();
  }

  private LocalDate deskDay() {
    return hours.deskDay(clock.instant());
  }
}
