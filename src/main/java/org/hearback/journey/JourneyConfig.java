package org.hearback.journey;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** What the council's files say, and the keys of the vault. */
@Factory
final class JourneyConfig {
  private final AreaFile areas = Definition.read("service-areas", AreaFile.class);

  @Singleton
  ServiceAreas serviceAreas() {
    return areas.tree();
  }

  @Singleton
  AreaNames areaNames() {
    return areas.names();
  }

  @Singleton
  Teams teams() {
    return new Teams(areas);
  }

  @Singleton
  Milestones milestones() {
    return Definition.read("milestones", Milestones.class);
  }

  /** {@code hearback.keys.create} is for the try-out and for tests: elsewhere a missing key is a fault to report. */
  @Bean
  @Singleton
  VaultKey vaultKey(
      @Value("${hearback.keys.folder:var/keys}") String folder,
      @Value("${hearback.keys.create:`${hearback.tryout:false}`}") boolean create) {
    return new VaultKey(Path.of(folder), create);
  }
}
