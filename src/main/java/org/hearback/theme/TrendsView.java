package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.Disclosure;
import org.hearback.journey.CouncilClock;

/** Trends in words, for the pages that show them. */
@Singleton
final class TrendsView {
  private final ThemeBooks books;
  private final Wording wording;
  private final CouncilClock clock;

  TrendsView(ThemeBooks books, Wording wording, CouncilClock clock) {
    this.books = books;
    this.wording = wording;
    this.clock = clock;
  }

  /** Which search shows the comments of one choice more. */
  interface Addresses {
    String narrowed(String words, String part, String value, String period);
  }

  /** All themes, what changed, and what comes together. */
  Map<String, Object> all(ThemeCounts counts, Addresses addresses) {
    var model = new HashMap<String, Object>();
    var spoken =
        themes(counts).stream()
            .filter(theme -> counts.themes().containsKey(theme))
            .sorted(Comparator.comparing(theme -> -counts.themes().getOrDefault(theme, 0)))
            .toList();
    var courses = spoken.stream().map(theme -> Course.of(counts, theme, clock.today())).toList();
    double top = Course.top(courses);
    model.put("base", base(counts));
    var comparisons = comparisons(counts);
    model.put("comparisons", comparisons.stream().map(this::comparison).toList());
    model.put("compared", compared(comparisons));
    model.put("cards", courses.stream().map(it -> card(it, top, addresses)).toList());
    model.put(
        "silent",
        themes(counts).stream().filter(it -> !spoken.contains(it)).map(wording::theme).toList());
    var pairs = Together.of(counts);
    model.put("pairs", pairs.size());
    model.put("clear", pairs(pairs.stream().filter(Together::isClear), addresses));
    model.put("unclear", pairs(pairs.stream().filter(it -> !it.isClear()), addresses));
    return model;
  }

  /** One theme, on its own page. */
  Map<String, Object> one(String theme, ThemeCounts counts, Addresses addresses) {
    var course = Course.of(counts, theme, clock.today());
    var model = new HashMap<>(card(course, Course.top(List.of(course)), addresses));
    model.put("base", base(counts));
    // Judged among all themes, as on the page of all: it must not rise here and stand still there.
    var comparisons = comparisons(counts);
    var changes = new ArrayList<String>();
    for (var comparison : comparisons) {
      comparison.changes().stream()
          .filter(change -> change.theme().equals(theme))
          .forEach(change -> changes.add(sentence(comparison, change)));
    }
    model.put("changes", changes);
    model.put("compared", compared(comparisons));
    return model;
  }

  /** Of the book, and those that comments were sorted into by an earlier one. */
  private List<String> themes(ThemeCounts counts) {
    var themes = new LinkedHashSet<String>();
    books.now().themes().forEach(theme -> themes.add(theme.key()));
    counts.themes().keySet().stream().sorted().forEach(themes::add);
    return List.copyOf(themes);
  }

  private List<Comparison> comparisons(ThemeCounts counts) {
    return Comparison.of(counts, themes(counts), Disclosure.newestClosed(clock.today()));
  }

  private static long compared(List<Comparison> comparisons) {
    return comparisons.stream()
        .flatMap(it -> it.changes().stream())
        .filter(it -> it.verdict() != Change.Verdict.TOO_FEW)
        .count();
  }

  private Map<String, Object> base(ThemeCounts counts) {
    var shown = Course.quarters(clock.today());
    var first = shown.getFirst().key();
    int older = counts.quarters().headMap(first).values().stream().mapToInt(it -> it).sum();
    return Map.of(
        "answers", counts.answers(),
        "undated", counts.undated(),
        "older", older,
        "first", quarter(shown.getFirst()));
  }

  private Map<String, Object> comparison(Comparison comparison) {
    var model = new HashMap<String, Object>();
    model.put("id", "beside-" + comparison.before().key());
    model.put("now", quarter(comparison.now()));
    model.put("before", quarter(comparison.before()));
    model.put("answersNow", Figures.answers(comparison.answersNow()));
    model.put("answersBefore", Figures.answers(comparison.answersBefore()));
    model.put("possible", comparison.possible());
    model.put("rose", names(comparison, Change.Verdict.ROSE));
    model.put("fell", names(comparison, Change.Verdict.FELL));
    for (var verdict : Change.Verdict.values()) {
      model.put(
          verdict.name(),
          comparison.changes().stream()
              .filter(change -> change.verdict() == verdict)
              .sorted(Comparator.comparing(change -> -Math.abs(change.points())))
              .map(this::change)
              .toList());
    }
    return model;
  }

  private String names(Comparison comparison, Change.Verdict verdict) {
    return comparison.changes().stream()
        .filter(change -> change.verdict() == verdict)
        .map(change -> wording.theme(change.theme()))
        .collect(Collectors.joining(", "));
  }

  private Map<String, String> change(Change change) {
    return Map.of(
        "name", wording.theme(change.theme()),
        "path", ThemesPage.PATH + "/" + change.theme(),
        "before", Figures.percent(change.before().estimate()),
        "beforeOf", Figures.of(change.before()),
        "now", Figures.percent(change.now().estimate()),
        "nowOf", Figures.of(change.now()),
        "points", Figures.points(change.points()),
        "between", between(change.by()));
  }

  private static String between(Interval by) {
    return Figures.points(by.low()) + " to " + Figures.points(by.high());
  }

  private String sentence(Comparison comparison, Change change) {
    var said =
        switch (change.verdict()) {
          case ROSE -> "It rose";
          case FELL -> "It fell";
          case UNCLEAR -> "No clear change";
          case TOO_FEW -> "Too few say it to tell a change";
        };
    return "%s: %s (%s) in %s, %s (%s) in %s. By %s points, between %s."
        .formatted(
            said,
            Figures.percent(change.now().estimate()),
            Figures.of(change.now()),
            quarter(comparison.now()),
            Figures.percent(change.before().estimate()),
            Figures.of(change.before()),
            quarter(comparison.before()),
            Figures.points(change.points()),
            between(change.by()).replace(" to ", " and "));
  }

  private Map<String, Object> card(Course course, double top, Addresses addresses) {
    var name = wording.theme(course.theme());
    boolean drawn = course.points().stream().anyMatch(Course.Point::hasShare);
    var model = new HashMap<String, Object>();
    model.put("key", course.theme());
    model.put("name", name);
    model.put("path", ThemesPage.PATH + "/" + course.theme());
    model.put("drawn", drawn);
    model.put("chart", Chart.of(course, top, heard(course, name)));
    model.put(
        "rows", course.points().stream().map(point -> row(course, point, addresses)).toList());
    return model;
  }

  private String heard(Course course, String name) {
    var shown = course.points().stream().filter(Course.Point::hasShare).toList();
    if (shown.isEmpty()) {
      return name;
    }
    Function<Course.Point, String> one =
        point -> Figures.percent(point.share().estimate()) + " in " + quarter(point.quarter());
    return "%s, share of answers by quarter: %s. Every number stands in the table below."
        .formatted(
            name,
            Stream.of(shown.getFirst(), shown.getLast())
                .distinct()
                .map(one)
                .reduce((first, last) -> "from " + first + " to " + last)
                .orElse(""));
  }

  private Map<String, Object> row(Course course, Course.Point point, Addresses addresses) {
    var share = Optional.of(point).filter(Course.Point::hasShare);
    return Map.of(
        "quarter", quarter(point.quarter()),
        "whole", point.whole(),
        "count", Figures.of(point.having(), point.base()),
        "having", point.having(),
        "share", share.map(it -> Figures.percent(it.share().estimate())).orElse(""),
        "between", share.map(it -> Figures.interval(it.interval())).orElse(""),
        "address",
            addresses.narrowed("", CommentDocument.THEME, course.theme(), point.quarter().key()));
  }

  private List<Map<String, Object>> pairs(Stream<Together> pairs, Addresses addresses) {
    var rows = new ArrayList<Map<String, Object>>();
    pairs.forEach(it -> {
      var pair = it.pair();
      int apart = it.both().answers() - it.both().answersInOneComment();
      rows.add(
          Map.of(
              "one", wording.theme(pair.one()),
              "other", wording.theme(pair.other()),
              "answers", it.both().answers(),
              "chance", Figures.times(it.byChance()),
              "times", Figures.times(it.times()),
              "between",
                  Figures.times(it.between().low()) + " to " + Figures.times(it.between().high()),
              "comments", it.both().comments(),
              "apart", apart,
              "address",
                  addresses.narrowed(
                      "theme:" + pair.one() + " theme:" + pair.other(), "", "", "")));
    });
    return rows;
  }

  private String quarter(CellSpan quarter) {
    return wording.period(quarter.key());
  }
}
