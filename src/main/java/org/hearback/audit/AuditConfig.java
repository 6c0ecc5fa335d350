package org.hearback.audit;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Where the auditor's public key comes from. */
@Factory
final class AuditConfig {

  /**
   * @param make only a try-out and tests make keys by themselves: whoever makes them holds the private half too
   */
  @Singleton
  Seal seal(
      @Value("${hearback.keys.folder}") String folder,
      @Value("${hearback.keys.make:false}") boolean make) {
    if (make) {
      AuditorKeys.makeIn(Path.of(folder));
    }
    return new Seal(AuditorKeys.publicIn(Path.of(folder)));
  }
}
