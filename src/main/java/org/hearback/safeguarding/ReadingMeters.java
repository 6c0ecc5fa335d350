package org.hearback.safeguarding;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.hearback.access.StaffList;
import org.hearback.anonymity.Level;
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
  private final DutyRows rows;
  private final StaffList staff;
  private final Watch watch;
  private final WeekKeys keys;
  private final KeyFolder folder;
  private final InstantSource clock;

  ReadingMeters(
      DutyRows rows,
      StaffList staff,
      Watch watch,
      WeekKeys keys,
      KeyFolder folder,
      InstantSource clock) {
    this.rows = rows;
    this.staff = staff;
    this.watch = watch;
    this.keys = keys;
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var level : Level.values()) {
      var word = level.name().toLowerCase(Locale.ROOT);
      Gauge.builder("hearback.clearing.oldest", this, it -> it.days(it.rows.oldestUnread(word)))
          .baseUnit("days")
          .tag("level", word)
          .description("For how long the oldest unread answer of this level has waited")
          .register(registry);
    }
    Gauge.builder("hearback.clearing.overdue", this, ReadingMeters::overdue)
        .baseUnit("minutes")
        .description("By how much the most overdue concern is past its hour; 0 when none is")
        .register(registry);
    Gauge.builder("hearback.forms.open", this, it -> it.watch.reads(Audience.CHILD) ? 1 : 0)
        .description("1 while children and young people are shown their forms, 0 while not")
        .register(registry);
    Gauge.builder("hearback.rota.people", this, it -> it.staff.onDuty(it.today()).size())
        .description("Readers on the rota of today")
        .register(registry);
    Gauge.builder("hearback.delink.oldest", this, it -> it.days(it.rows.oldestCleared()))
        .baseUnit("days")
        .description("How long ago the oldest answer came that was read and can still be traced")
        .register(registry);
    Gauge.builder("hearback.keys.ready", keys, it -> it.ready() ? 1 : 0)
        .description("1 while this week and the next have keys; without one nothing can be sent")
        .register(registry);
    Gauge.builder("hearback.keys.weeks", folder, ReadingMeters::weeks)
        .description("Weeks whose keys are not destroyed")
        .register(registry);
  }

  private long days(Optional<LocalDate> since) {
    return since.map(day -> Math.max(0, ChronoUnit.DAYS.between(day, today()))).orElse(0L);
  }

  private long overdue() {
    return rows.earliestDue()
        .map(due -> Duration.between(due.toInstant(ZoneOffset.UTC), clock.instant()).toMinutes())
        .map(late -> Math.max(0, late))
        .orElse(0L);
  }

  private static long weeks(KeyFolder folder) {
    return folder.keys().stream().filter(Week.class::isInstance).count();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
