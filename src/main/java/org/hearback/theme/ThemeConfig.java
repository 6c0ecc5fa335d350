package org.hearback.theme;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearback.access.OfficeEntry;
import org.hearback.access.Role;
import org.hearback.form.Words;
import org.hearback.journey.AreaNames;
import org.hearback.journey.Milestones;
import org.hearback.journey.ServiceAreas;

@Factory
final class ThemeConfig {
  private static final int SAVED_PLACE = 11;
  private static final int THEMES_PLACE = 12;
  private static final int QUOTES_PLACE = 25;

  @Singleton
  @io.micronaut.context.annotation.Bean(preDestroy = "close")
  CommentIndex commentIndex(
      @Value("${hearback.index.folder}") String folder, ServiceAreas areas, ThemeBooks themes) {
    return new CommentIndex(
        Path.of(folder),
        () -> {
          themes.refresh();
          return new Documents(areas, themes.tagger());
        });
  }

  @Singleton
  Keys keys(AreaNames areas, Milestones milestones, Words words, ThemeBooks themes) {
    var names =
        milestones.milestones().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().name()));
    return new Keys(areas, names, words.languages(), themes::now);
  }

  @Singleton
  @Named("search")
  OfficeEntry searchEntry() {
    return new OfficeEntry("/office/search", "Search comments", Role.ANALYST, 10);
  }

  @Singleton
  @Named("saved-searches")
  OfficeEntry savedEntry() {
    return new OfficeEntry(SavedPage.PATH, "Saved searches", Role.ANALYST, SAVED_PLACE);
  }

  @Singleton
  @Named("themes")
  OfficeEntry themesEntry() {
    return new OfficeEntry(ThemesPage.PATH, "Themes", Role.ANALYST, THEMES_PLACE);
  }

  @Singleton
  @Named("reported")
  OfficeEntry reportedEntry() {
    return new OfficeEntry(ReportedPage.PATH, "Reported comments", Role.READER, 22);
  }

  @Singleton
  @Named("quotes-analyst")
  OfficeEntry quotesOfAnalysts() {
    return new OfficeEntry(QuotesPage.PATH, "Quotes", Role.ANALYST, QUOTES_PLACE);
  }

  @Singleton
  @Named("quotes-reader")
  OfficeEntry quotesOfReaders() {
    return new OfficeEntry(QuotesPage.PATH, "Quotes", Role.READER, QUOTES_PLACE);
  }

  @Singleton
  @Named("quotes-lead")
  OfficeEntry quotesOfLeads() {
    return new OfficeEntry(QuotesPage.PATH, "Quotes", Role.LEAD, QUOTES_PLACE);
  }
}
