package org.hearback.tryout;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;

/** A try-out's clock takes the place of the machine's. */
@Factory
final class TimeConfig {

  @Singleton
  @Replaces(InstantSource.class)
  @Requires(property = "hearback.tryout", value = "true")
  @Requires(property = "hearback.clock.folder")
  TryOutClock tryOutClock(@Value("${hearback.clock.folder}") String folder) {
    return new TryOutClock(Path.of(folder));
  }
}
