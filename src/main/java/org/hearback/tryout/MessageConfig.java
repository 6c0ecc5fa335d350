package org.hearback.tryout;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.hearback.journey.CouncilClock;

/** In a try-out nothing leaves the machine. */
@Factory
@Requires(property = "hearback.tryout", value = "true")
final class MessageConfig {

  @Singleton
  RecordingPostman recordingPostman(InstantSource clock, CouncilClock council) {
    return new RecordingPostman(clock, council.zone());
  }
}
