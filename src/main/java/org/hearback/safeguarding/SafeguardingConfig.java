package org.hearback.safeguarding;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.hearback.access.OfficeEntry;
import org.hearback.access.Role;

/** Where the duty desk stands in the navigation. */
@Factory
final class SafeguardingConfig {
  private static final int PLACE = 20;

  @Singleton
  OfficeEntry clearingEntry() {
    return new OfficeEntry("/office/clearing", "Answers to read", Role.READER, PLACE);
  }
}
