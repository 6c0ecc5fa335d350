package org.hearback.theme;

import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearback.access.Staff;

/** Says samples and figures in words. */
@Singleton
final class SamplesView {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private static final String NOTHING = "–";

  private final ThemeBooks books;
  private final Wording wording;

  SamplesView(ThemeBooks books, Wording wording) {
    this.books = books;
    this.wording = wording;
  }

  Map<String, Object> line(Standing standing) {
    var sample = standing.sample();
    return Map.of(
        "path", SamplesPage.PATH + "/" + sample.id(),
        "what", what(sample.filter()),
        "day", DAY.format(sample.drawnOn()),
        "by", sample.drawnBy(),
        "comments", standing.here().size(),
        "state", state(standing));
  }

  private static String state(Standing standing) {
    if (standing.isClosed()) {
      return "Coded by two";
    }
    return switch (standing.coders().size()) {
      case 0 -> "Nobody has begun";
      case 1 -> "One has begun";
      default -> "Two have begun";
    };
  }

  /** One sample; what was said in it only when both are through. */
  Map<String, Object> page(Standing standing, Staff staff, List<Quality.Twice> coded) {
    var sample = standing.sample();
    var model = new HashMap<String, Object>(line(standing));
    model.put("seed", sample.seed());
    model.put("wanted", sample.size());
    model.put("gone", standing.items().size() - standing.here().size());
    model.put("open", standing.isOpenTo(staff));
    model.put("begun", standing.seat(staff).isPresent());
    model.put("mineDone", standing.seat(staff).map(standing::isDone).orElse(false));
    model.put("closed", standing.isClosed());
    model.put(
        "coders",
        standing.coders().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> Map.of("name", one.getValue(), "coded", standing.coded(one.getKey())))
            .toList());
    model.put("rows", standing.isClosed() ? table(coded) : List.of());
    return model;
  }

  /** All themes together first, then each of which anything is said. */
  private List<Map<String, Object>> table(Collection<Quality.Twice> coded) {
    var themes = books.now().themes();
    var rows = new ArrayList<Map<String, Object>>();
    var keys = themes.stream().map(Theme::key).toList();
    rows.add(row("All themes together", Quality.of(coded, keys)));
    for (var theme : themes) {
      var counts = Quality.of(coded, theme.key());
      if (counts.isSaid()) {
        rows.add(row(theme.name(), counts));
      }
    }
    var unclear = Quality.unclear(coded);
    if (unclear.isSaid()) {
      var row = new HashMap<>(row("It cannot be told", unclear));
      row.put("precision", NOTHING);
      row.put("recall", NOTHING); // the book knows no such theme
      rows.add(row);
    }
    return rows;
  }

  /** One theme over all samples that somebody may read. */
  Map<String, Object> theme(Collection<Quality.Twice> coded, String theme) {
    return row("", Quality.of(coded, theme));
  }

  private static Map<String, Object> row(String name, Quality.Counts counts) {
    return Map.of(
        "name", name,
        "comments", counts.comments(),
        "both", counts.both(),
        "one", counts.first() + counts.second(),
        "kappa", kappa(counts.kappa()),
        "precision", share(counts.precision()),
        "recall", share(counts.recall()));
  }

  private static String kappa(Quality.Figure figure) {
    return switch (figure) {
      case Quality.Figure.Of(var value, _, _) -> String.format(Locale.ENGLISH, "%.2f", value);
      case Quality.Figure.TooFew(var base) -> tooFew(base);
      case Quality.Figure.Always() -> "all the same";
    };
  }

  private static String share(Quality.Figure figure) {
    return switch (figure) {
      case Quality.Figure.Of(var value, var part, var base) ->
          String.format(Locale.ENGLISH, "%.0f %% (%d of %d)", 100 * value, part, base);
      case Quality.Figure.TooFew(var base) -> tooFew(base);
      case Quality.Figure.Always() -> "";
    };
  }

  private static String tooFew(long base) {
    return "too few (" + base + ")";
  }

  /** What a sample is drawn from, in a line. */
  private String what(Filter filter) {
    var parts =
        Stream.of(
                filter.area().isEmpty() ? "" : wording.area(filter.area()),
                Who.inWords(filter.group()),
                filter.milestone().isEmpty() ? "" : wording.milestone(filter.milestone()),
                filter.period().isEmpty() ? "" : wording.period(filter.period()),
                filter.language().isEmpty() ? "" : wording.language(filter.language()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    return parts.isEmpty() ? "All comments" : parts;
  }
}
