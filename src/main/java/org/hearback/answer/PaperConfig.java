package org.hearback.answer;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.hearback.access.OfficeEntry;
import org.hearback.access.Role;

/** Where answers on paper stand in the navigation. */
@Factory
final class PaperConfig {
  private static final int PLACE = 25;

  @Singleton
  OfficeEntry paperEntry() {
    return new OfficeEntry(PaperPage.PATH, "Answers on paper", Role.READER, PLACE);
  }
}
