package org.hearback.response;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many batches this node has de-linked since it started, and of how many answers: ten or more
 * at a time, and they came two weeks ago or earlier. Safe for any thread.
 */
@Singleton
final class DelinkMeters implements MeterBinder {
  private final LongAdder batches = new LongAdder();
  private final LongAdder answers = new LongAdder();

  void finished(int size) {
    batches.increment();
    answers.add(size);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("hearback.delink.batches", batches, LongAdder::sum)
        .description("Batches that were de-linked")
        .register(registry);
    FunctionCounter.builder("hearback.delink.answers", answers, LongAdder::sum)
        .description("Answers in these batches")
        .register(registry);
  }
}
