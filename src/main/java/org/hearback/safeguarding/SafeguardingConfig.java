package org.hearback.safeguarding;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.hearback.access.OfficeEntry;
import org.hearback.access.Role;

/** Where this room's pages stand in the navigation, and who is mailed the audit's head. */
@Factory
final class SafeguardingConfig {
  private static final int PLACE = 20;
  private static final int ROTA_PLACE = 25;
  private static final int REVIEW_PLACE = 90;

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

  @Singleton
  OfficeEntry rotaEntry() {
    return new OfficeEntry(RotaPage.PATH, "Rota", Role.LEAD, ROTA_PLACE);
  }

  @Singleton
  OfficeEntry rotaEntryOfReaders() {
    return new OfficeEntry(RotaPage.PATH, "Rota", Role.READER, ROTA_PLACE);
  }

  @Singleton
  OfficeEntry reviewEntry() {
    return new OfficeEntry(ReviewPage.PATH, "Monthly sheets", Role.REVIEWER, REVIEW_PLACE);
  }

  @Singleton
  @Requires(property = "hearback.audit.head-to", pattern = ".+")
  HeadRecipients headRecipients(@Value("${hearback.audit.head-to}") String addresses) {
    return HeadRecipients.read(addresses);
  }
}
