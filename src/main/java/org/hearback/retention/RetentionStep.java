package org.hearback.retention;

import java.time.Instant;

/**
 * One room's part of forgetting. Each room brings its own as a bean; {@link RetentionJob} runs them
 * all, on every node and perhaps at the same time, so a step must do no harm when it is run twice
 * or cut off half-way.
 */
public interface RetentionStep extends Keeping {

  /** A short name for the record, for example {@code lapsed-links}. */
  String what();

  /**
   * Deletes what is due by now, in bounded batches.
   *
   * @return how many rows went
   */
  int run(Instant now);
}
