package org.hearback.answer;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;

@Factory
final class AnswerConfig {

  @Singleton
  KeyFolder keyFolder(@Value("${hearback.keys.folder}") String folder) {
    return new KeyFolder(Path.of(folder));
  }

  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }
}
