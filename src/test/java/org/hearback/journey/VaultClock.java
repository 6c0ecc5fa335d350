package org.hearback.journey;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is told; only in contexts that ask for it. */
@Singleton
@Replaces(InstantSource.class)
@Requires(property = "test.clock", value = "vault")
class VaultClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void now(Instant instant) {
    now = instant;
  }
}
