package org.hearback.audit;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Where the auditor's public key comes from. */
@Factory
final class AuditConfig {

  /**
   * Only a try-out and tests make keys by themselves: whoever makes them holds the private half
   * too.
   */
  @Singleton
  Seal seal(
      @Value("${hearback.keys.folder}") String folder,
      @Value("${hearback.keys.create:false}") boolean create,
      @Value("${hearback.tryout:false}") boolean tryout) {
    if (create || tryout) {
      AuditorKeys.makeIn(Path.of(folder));
    }
    return new Seal(AuditorKeys.publicIn(Path.of(folder)));
  }
}
