package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.hearback.journey.CouncilClock;

/**
 * The second reader of the sample council goes through what a visitor has left from the day before:
 * a try-out that was left alone for a week would else close its forms for children, as it must
 * where nobody reads.
 */
@Singleton
@Requires(bean = TryOutClock.class)
@Requires(property = "hearback.jobs.enabled", notEquals = "false")
final class NightJob {
  private final Sample sample;
  private final SampleLoad load;
  private final SampleReaders readers;
  private final CouncilClock council;

  NightJob(Sample sample, SampleLoad load, SampleReaders readers, CouncilClock council) {
    this.sample = sample;
    this.load = load;
    this.readers = readers;
    this.council = council;
  }

  @Scheduled(initialDelay = "30s", fixedDelay = "1m")
  void tick() {
    if (load.progress().finished()) {
      var today = council.today();
      sample.onDuty(today, Sample.AHEAD_DAYS);
      readers.clearBefore(today);
    }
  }
}
