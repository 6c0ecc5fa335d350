package org.hearback.safeguarding;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.hearback.access.OfficeEntry;
import org.hearback.access.Role;

/** Where the duty desk and the unlocks stand in the navigation. */
@Factory
final class SafeguardingConfig {
  private static final int PLACE = 20;

  @Singleton
  OfficeEntry unlocksOfReaders() {
    return new OfficeEntry(UnlockPage.PATH, "Unlocks", Role.READER, PLACE + 1);
  }

  @Singleton
  OfficeEntry unlocksOfLeads() {
    return new OfficeEntry(UnlockPage.PATH, "Unlocks", Role.LEAD, PLACE + 1);
  }

  @Singleton
  OfficeEntry clearingEntry() {
    return new OfficeEntry("/office/clearing", "Answers to read", Role.READER, PLACE);
  }
}
