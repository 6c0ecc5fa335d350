package org.hearback.retention;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether what must be forgotten is being forgotten. A gauge asks the database when it is read, and
 * is not a number when that fails, or before every step has run once. Safe for any thread.
 */
@Singleton
final class RetentionMeters implements MeterBinder {
  private final List<RetentionStep> steps;
  private final JobRows rows;
  private final InstantSource clock;

  RetentionMeters(List<RetentionStep> steps, JobRows rows, InstantSource clock) {
    this.steps = List.copyOf(steps);
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("hearback.retention.age", this, RetentionMeters::age)
        .baseUnit("seconds")
        .description("How long ago the oldest step of forgetting last ended")
        .register(registry);
    Gauge.builder("hearback.retention.failed", this, RetentionMeters::failed)
        .baseUnit("steps")
        .description("Steps of forgetting that failed when they last ran")
        .register(registry);
  }

  private double age() {
    var ends = new ArrayList<LocalDateTime>();
    for (var job : known()) {
      Optional.ofNullable(job.endedAt()).ifPresent(ends::add);
    }
    // A step that has never ended is as good as one that nobody knows of.
    return ends.size() < steps.size()
        ? Double.NaN
        : Duration.between(Collections.min(ends).toInstant(ZoneOffset.UTC), clock.instant())
            .toSeconds();
  }

  private long failed() {
    return known().stream().filter(JobRow::hasFailed).count();
  }

  /** Without what earlier versions ran under other names. */
  private List<JobRow> known() {
    var names = steps.stream().map(RetentionJob::name).collect(Collectors.toSet());
    return rows.all().stream().filter(job -> names.contains(job.name())).toList();
  }
}
