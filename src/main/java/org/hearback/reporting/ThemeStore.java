package org.hearback.reporting;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.ClosedThemes;
import org.hearback.anonymity.Disclosure;
import org.hearback.anonymity.ThemeCell;
import org.hearback.journey.Audience;
import org.hearback.theme.ThemesCounted;

/**
 * What people said in their own words in closed quarters, as it was then, and what releases tell of
 * it. Joins the transaction of {@link Releases}: a quarter is closed with its themes or not at all.
 * Safe for any thread.
 */
@Singleton
class ThemeStore {
  private static final String UP = "/";

  private final ThemeBookRows books;
  private final ClosedAnswersRows closedAnswers;
  private final ClosedThemeRows closedThemes;
  private final PublishedAnswersRows publishedAnswers;
  private final PublishedThemeRows publishedThemes;

  ThemeStore(
      ThemeBookRows books,
      ClosedAnswersRows closedAnswers,
      ClosedThemeRows closedThemes,
      PublishedAnswersRows publishedAnswers,
      PublishedThemeRows publishedThemes) {
    this.books = books;
    this.closedAnswers = closedAnswers;
    this.closedThemes = closedThemes;
    this.publishedAnswers = publishedAnswers;
    this.publishedThemes = publishedThemes;
  }

  private record Label(String quarter, String areas, String audience, String period) {}

  /**
   * Writes down what is true of a quarter today, to stay.
   *
   * @param way of an area up to the council
   */
  @Transactional("analyst")
  void close(CellSpan quarter, ThemesCounted.Counted counted, Function<String, List<String>> way) {
    var key = quarter.key();
    books.add(
        counted.versions().entrySet().stream()
            .map(theme -> new ThemeBookRow(key, theme.getKey(), theme.getValue(), counted.by()))
            .toList());
    // Areas that are gone count as the council, so two labels may fall together.
    var answers = new HashMap<Label, Integer>();
    closedAnswers.now().stream()
        .filter(row -> Disclosure.closes(quarter, row.period()))
        .forEach(row ->
            answers.merge(
                new Label(key, up(way, row.area()), row.audience(), row.period()),
                Math.toIntExact(row.answers()),
                Integer::sum));
    var said = new HashMap<Label, Map<String, Integer>>();
    counted
        .said()
        .forEach(row ->
            said.computeIfAbsent(
                    new Label(key, up(way, row.area()), row.audience(), row.period()),
                    _ -> new HashMap<>())
                .merge(row.theme(), row.answers(), Integer::sum));
    closedAnswers.add(
        answers.entrySet().stream()
            .map(one -> {
              var label = one.getKey();
              return new ClosedAnswersRow(
                  key, label.areas(), label.audience(), label.period(), one.getValue());
            })
            .toList());
    closedThemes.add(
        said.entrySet().stream()
            .flatMap(one ->
                one.getValue().entrySet().stream()
                    .map(theme -> {
                      var label = one.getKey();
                      return new ClosedThemeRow(
                          key,
                          label.areas(),
                          label.audience(),
                          label.period(),
                          theme.getKey(),
                          theme.getValue());
                    }))
            .toList());
  }

  private static String up(Function<String, List<String>> way, String area) {
    return String.join(UP, way.apply(area));
  }

  /** What was ever closed. */
  @Transactional(value = "analyst", readOnly = true)
  ClosedThemes closed() {
    var said = new HashMap<Label, Map<String, Integer>>();
    for (var row : closedThemes.all()) {
      said.computeIfAbsent(
              new Label(row.quarter(), row.areas(), row.audience(), row.period()),
              _ -> new HashMap<>())
          .put(row.theme(), row.saying());
    }
    return new ClosedThemes(
        quarters(),
        closedAnswers.all().stream()
            .map(row ->
                new ClosedThemes.Labelled(
                    CellSpan.of(row.quarter()),
                    List.of(row.areas().split(UP)),
                    Audience.valueOf(row.audience()).group(),
                    row.period(),
                    row.given(),
                    said.getOrDefault(
                        new Label(row.quarter(), row.areas(), row.audience(), row.period()),
                        Map.of())))
            .toList());
  }

  /** By what each quarter was sorted, the oldest first. */
  @Transactional(value = "analyst", readOnly = true)
  List<ClosedThemes.Quarter> quarters() {
    return books.all().stream()
        .collect(Collectors.groupingBy(ThemeBookRow::quarter))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(one ->
            new ClosedThemes.Quarter(
                CellSpan.of(one.getKey()),
                one.getValue().getFirst().sortedBy(),
                one.getValue().stream()
                    .collect(Collectors.toMap(ThemeBookRow::theme, ThemeBookRow::version))))
        .toList();
  }

  @Transactional("analyst")
  void publish(UUID release, List<ThemeCell> cells) {
    publishedAnswers.add(
        cells.stream().map(cell -> PublishedAnswersRow.of(release, cell)).toList());
    publishedThemes.add(
        cells.stream().flatMap(cell -> PublishedThemeRow.of(release, cell).stream()).toList());
  }

  /** What a release tells. */
  @Transactional(value = "analyst", readOnly = true)
  List<ThemeCell> published(UUID release) {
    return cells(publishedAnswers.all(release), publishedThemes.all(release));
  }

  /** The same of some areas. */
  @Transactional(value = "analyst", readOnly = true)
  List<ThemeCell> published(UUID release, Collection<String> areas) {
    return cells(publishedAnswers.of(release, areas), publishedThemes.of(release, areas));
  }

  private static List<ThemeCell> cells(
      List<PublishedAnswersRow> answers, List<PublishedThemeRow> themes) {
    var said =
        themes.stream()
            .collect(
                Collectors.groupingBy(
                    PublishedThemeRow::key,
                    Collectors.toMap(PublishedThemeRow::theme, PublishedThemeRow::saying)));
    return answers.stream()
        .map(row ->
            row.cell(
                said.getOrDefault(
                    List.of(row.publishedRelease(), row.area(), row.audienceGroup(), row.span()),
                    Map.of())))
        .toList();
  }
}
