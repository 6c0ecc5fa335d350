package org.hearback;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time stands still until a test lets it pass. */
@Singleton
@Replaces(InstantSource.class)
@Requires(missingProperty = "test.real-clock")
public final class SetClock implements InstantSource {
  /** A Monday morning in office hours. */
  public static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  private volatile Instant now;

  /** Begins at {@link #START} unless {@code test.clock} says another moment. */
  SetClock(@Value("${test.clock:}") String begin) {
    now = begin.isEmpty() ? START : Instant.parse(begin);
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void pass(Duration duration) {
    now = now.plus(duration);
  }

  public void set(Instant instant) {
    now = instant;
  }
}
