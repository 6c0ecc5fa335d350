package org.hearback.journey;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;

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
  CouncilClock councilClock(
      InstantSource source, @Value("${hearback.council.zone:Europe/London}") String zone) {
    return new CouncilClock(source, ZoneId.of(zone));
  }

  @Singleton
  Milestones milestones() {
    return Definition.read("milestones", Milestones.class);
  }

  /**
   * {@code hearback.keys.create} is for the try-out and for tests: elsewhere a missing key is a
   * fault to report.
   */
  @Singleton
  VaultKey vaultKey(
      @Value("${hearback.keys.folder:var/keys}") String folder,
      @Value("${hearback.keys.create:false}") boolean create,
      @Value("${hearback.tryout:false}") boolean tryout) {
    return new VaultKey(Path.of(folder), create || tryout);
  }
}
