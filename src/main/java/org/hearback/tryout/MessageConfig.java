package org.hearback.tryout;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.hearback.form.Words;
import org.hearback.invitation.MessageText;
import org.hearback.journey.CouncilClock;

/** In a try-out nothing leaves the machine. */
@Factory
@Requires(property = "hearback.tryout", value = "true")
final class MessageConfig {

  @Singleton
  RecordingPostman recordingPostman(
      InstantSource clock,
      CouncilClock council,
      MessageText links,
      Words words,
      @Value("${hearback.messages.folder:}") String folder) {
    var memory =
        new PhoneMemory(folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder)));
    return new RecordingPostman(clock, council.zone(), memory, links, words);
  }
}
