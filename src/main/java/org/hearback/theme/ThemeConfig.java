package org.hearback.theme;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.hearback.access.OfficeEntry;
import org.hearback.access.Role;
import org.hearback.journey.ServiceAreas;

@Factory
final class ThemeConfig {

  @Singleton
  @io.micronaut.context.annotation.Bean(preDestroy = "close")
  CommentIndex commentIndex(@Value("${hearback.index.folder}") String folder, ServiceAreas areas) {
    return new CommentIndex(Path.of(folder), areas);
  }

  @Singleton
  @Named("search")
  OfficeEntry searchEntry() {
    return new OfficeEntry("/office/search", "Search comments", Role.ANALYST, 10);
  }

  @Singleton
  @Named("reported")
  OfficeEntry reportedEntry() {
    return new OfficeEntry(ReportedPage.PATH, "Reported comments", Role.READER, 22);
  }
}
