package org.hearback.reporting;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.hearback.access.OfficeEntry;
import org.hearback.access.Role;

/** Where the area pages stand in the navigation. */
@Factory
final class ReportingConfig {
  private static final int PLACE = 30;

  @Singleton
  @Named("areas-analyst")
  OfficeEntry forAnalysts() {
    return new OfficeEntry(AreaPage.PATH, "Areas", Role.ANALYST, PLACE);
  }

  @Singleton
  @Named("areas-manager")
  OfficeEntry forManagers() {
    return new OfficeEntry(AreaPage.PATH, "Areas", Role.MANAGER, PLACE);
  }
}
