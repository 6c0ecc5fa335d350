package org.hearback.theme;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How far this node's index is behind the feedback store. Not a number where it cannot tell, as
 * before the first run. Safe for any thread.
 */
@Singleton
final class IndexMeters implements MeterBinder {
  private final ReadingRows rows;
  private final CommentIndex index;
  private final IndexJob job;
  private final InstantSource clock;

  IndexMeters(ReadingRows rows, CommentIndex index, IndexJob job, InstantSource clock) {
    this.rows = rows;
    this.index = index;
    this.job = job;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("hearback.index.behind", this, IndexMeters::behind)
        .baseUnit("batches")
        .description("Batches of the feedback store that the index does not hold")
        .register(registry);
    Gauge.builder("hearback.index.age", this, IndexMeters::age)
        .baseUnit("seconds")
        .description("How long ago the index was known to hold everything")
        .register(registry);
  }

  private double behind() {
    var position = index.position();
    return position.isPresent() ? rows.lastChange() - position.get().no() : Double.NaN;
  }

  private double age() {
    var at = job.inStepAt();
    return at.isPresent() ? Duration.between(at.get(), clock.instant()).toSeconds() : Double.NaN;
  }
}
