package org.hearback.answer;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.hearback.access.OfficeEntry;
import org.hearback.access.Role;

/** Where the preview stands in the navigation. */
@Factory
final class PreviewConfig {
  private static final int PLACE = 40;

  @Singleton
  OfficeEntry previewEntry() {
    return new OfficeEntry(PreviewPage.PATH, "Forms and words", Role.MANAGER, PLACE);
  }
}
