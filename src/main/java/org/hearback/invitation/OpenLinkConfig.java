package org.hearback.invitation;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.hearback.access.OfficeEntry;
import org.hearback.access.Role;

/** Where posters and tablets stand in the navigation. */
@Factory
final class OpenLinkConfig {
  private static final int PLACE = 50;

  @Singleton
  OfficeEntry openLinkEntry() {
    return new OfficeEntry(OpenLinkPage.PATH, "Posters and tablets", Role.MANAGER, PLACE);
  }
}
