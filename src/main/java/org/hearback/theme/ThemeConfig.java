package org.hearback.theme;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.reflect.ClassUtils;
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
  private static final int TRENDS_PLACE = 13;
  private static final int CODING_PLACE = 14;
  private static final int SAMPLES_PLACE = 15;
  private static final int QUOTES_PLACE = 25;

  @Singleton
  IndexFolder indexFolder(@Value("${hearback.index.folder}") String folder) {
    return new IndexFolder(Path.of(folder));
  }

  @Singleton
  @io.micronaut.context.annotation.Bean(preDestroy = "close")
  CommentIndex commentIndex(
      IndexFolder folder,
      ServiceAreas areas,
      Mentions mentions,
      ThemeBooks themes,
      Codings codings,
      Meaning meaning) {
    return new CommentIndex(
        folder,
        () -> {
          themes.refresh();
          return new Documents(areas, mentions, themes.tagger(), codings::of, meaning);
        });
  }

  /** None where the model is not on the class path: it is as big as everything else together. */
  @Singleton
  Meaning meaning(@Value("${hearback.index.meaning:true}") boolean wanted) {
    return wanted && ClassUtils.isPresent(MiniLm.CLASS, ThemeConfig.class.getClassLoader())
        ? MiniLm.meaning()
        : Meaning.NONE;
  }

  @Singleton
  Mentions mentions(ServiceAreas areas, AreaNames names) {
    return Mentions.of(MentionFile.text(), areas, names);
  }

  @Singleton
  Keys keys(
      AreaNames areas, Milestones milestones, Words words, Mentions mentions, ThemeBooks themes) {
    var names =
        milestones.milestones().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().name()));
    return new Keys(areas, names, words.languages(), mentions, themes::now);
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
  @Named("trends")
  OfficeEntry trendsEntry() {
    return new OfficeEntry(TrendsPage.PATH, "Trends", Role.ANALYST, TRENDS_PLACE);
  }

  @Singleton
  @Named("coding")
  OfficeEntry codingEntry() {
    return new OfficeEntry(CodingPage.PATH, "Check themes", Role.ANALYST, CODING_PLACE);
  }

  @Singleton
  @Named("samples")
  OfficeEntry samplesEntry() {
    return new OfficeEntry(SamplesPage.PATH, "Dip-samples", Role.ANALYST, SAMPLES_PLACE);
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
