package org.hearback.journey;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;

/**
 * Whether the case system still feeds this service, and how much of it nobody could read. A gauge
 * asks the database when it is read, and is not a number when that fails. Safe for any thread.
 */
@Singleton
final class IntakeMeters implements MeterBinder {
  private final ContactRows contacts;
  private final QuarantineRows quarantine;
  private final CouncilClock clock;

  IntakeMeters(ContactRows contacts, QuarantineRows quarantine, CouncilClock clock) {
    this.contacts = contacts;
    this.quarantine = quarantine;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("hearback.contacts.age", this, IntakeMeters::age)
        .baseUnit("days")
        .description("How long ago the case system last confirmed a contact; 0 without contacts")
        .register(registry);
    Gauge.builder("hearback.quarantine.lines", quarantine, QuarantineRows::countAll)
        .description("Lines of extracts and requests that wait for somebody to mend them")
        .register(registry);
  }

  private long age() {
    return contacts.lastSeen().map(day -> ChronoUnit.DAYS.between(day, clock.today())).orElse(0L);
  }
}
