package org.hearback.answer;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** How often an open link may be used. */
@Factory
final class DoorkeeperConfig {

  @Singleton
  Doorkeeper doorkeeper(
      PageKeys keys,
      InstantSource clock,
      @Value("${hearback.open-link.device-daily:3}") int deviceDaily,
      @Value("${hearback.open-link.hourly:60}") int hourly) {
    return new Doorkeeper(keys, clock, deviceDaily, hourly);
  }
}
