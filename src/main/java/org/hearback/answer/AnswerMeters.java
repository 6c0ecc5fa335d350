package org.hearback.answer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many sends and links ended how, since this node started. What people do is told in tens: a
 * count that moves by one at 14:32 says that somebody answered at 14:32, and the database knows the
 * day alone. A send that failed is no answer and is told at once. Safe for any thread.
 */
@Singleton
final class AnswerMeters implements MeterBinder {
  private static final long STEP = 10;

  private final AtomicLongArray sends = new AtomicLongArray(Kept.values().length);
  private final AtomicLongArray refused = new AtomicLongArray(Why.values().length);
  private final LongAdder failed = new LongAdder();

  void sent(Kept kept) {
    sends.incrementAndGet(kept.ordinal());
  }

  /** No answer was kept, and the fault is ours. */
  void failed() {
    failed.increment();
  }

  void refused(Why why) {
    refused.incrementAndGet(why.ordinal());
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var kept : Kept.values()) {
      FunctionCounter.builder("hearback.sends", sends, all -> tens(all.get(kept.ordinal())))
          .tag("outcome", word(kept))
          .description("Sends by what became of them, in tens")
          .register(registry);
    }
    for (var why : Why.values()) {
      FunctionCounter.builder(
              "hearback.links.refused", refused, all -> tens(all.get(why.ordinal())))
          .tag("why", word(why))
          .description("Links that opened no form, in tens")
          .register(registry);
    }
    FunctionCounter.builder("hearback.sends.failed", failed, LongAdder::sum)
        .description("Sends that were not kept by a fault of ours; the person was told so")
        .register(registry);
  }

  private static long tens(long count) {
    return count / STEP * STEP;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
