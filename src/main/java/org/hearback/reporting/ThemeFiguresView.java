package org.hearback.reporting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.ClosedThemes;
import org.hearback.anonymity.ThemeCell;
import org.hearback.journey.AreaNames;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.ServiceAreas;
import org.hearback.theme.Direction;
import org.hearback.theme.ThemesCounted;

/**
 * What people say in their own words, as far as it is published: the model of one part of the area
 * page and of the evidence sheet. Immutable.
 */
@Singleton
final class ThemeFiguresView {
  private final ServiceAreas areas;
  private final AreaNames names;
  private final ThemesCounted themes;

  ThemeFiguresView(ServiceAreas areas, AreaNames names, ThemesCounted themes) {
    this.areas = areas;
    this.names = names;
    this.themes = themes;
  }

  /** The cell that a group's themes are shown of. */
  private record Place(AudienceGroup group, ThemeCell cell, boolean here) {}

  /** One theme of it, and the same theme before, where both may be seen and are alike. */
  private record Line(
      Place place, String theme, int said, CellSpan before, Optional<Direction.Compared> then) {}

  /** Each group, with themes or a sentence why there are none. */
  List<Map<String, Object>> of(String area, Published published) {
    var places = new ArrayList<Place>();
    for (var group : AudienceGroup.values()) {
      place(area, group, published).ifPresent(places::add);
    }
    var lines = places.stream().flatMap(place -> lines(place, published).stream()).toList();
    var compared = lines.stream().filter(line -> line.then().isPresent()).toList();
    var verdicts = Direction.of(compared.stream().map(line -> line.then().orElseThrow()).toList());
    return Arrays.stream(AudienceGroup.values())
        .map(group -> {
          var model = new HashMap<String, Object>();
          model.put("key", "themes-" + group.name());
          model.put("title", AreaWords.title(group));
          model.put("answers", answers(area, group, published));
          var place = places.stream().filter(it -> it.group() == group).findFirst();
          model.put("found", place.isPresent());
          place.ifPresent(it -> {
            model.put("rolledUp", !it.here());
            model.put("of", names.name(it.cell().area()) + ", " + AreaView.time(it.cell().span()));
            model.put("base", it.cell().answers().orElseThrow());
            model.put(
                "lines",
                lines.stream()
                    .filter(line -> line.place() == it)
                    .map(line -> {
                      int at = compared.indexOf(line);
                      return line(line, at < 0 ? "" : words(line, verdicts.get(at)), published);
                    })
                    .toList());
          });
          return Map.copyOf(model);
        })
        .toList();
  }

  /** Whether a release tells of themes at all. */
  static boolean isIn(Published published) {
    return !published.release().themes().isEmpty();
  }

  /** How many have answered here in the quarter, as a figure or a symbol. */
  private static String answers(String area, AudienceGroup group, Published published) {
    return find(published.release().themes(), area, group, published.release().quarter())
        .map(cell -> cell.answers().isPresent() ? "" + cell.answers().getAsInt() : "c")
        .orElse("c");
  }

  /**
   * The nearest that says anything: of the area or of one above it, the quarter before the year.
   */
  private Optional<Place> place(String area, AudienceGroup group, Published published) {
    var quarter = published.release().quarter();
    for (var at : areas.upwards(area)) {
      for (var span : List.of(quarter, quarter.rolling())) {
        var cell = find(published.release().themes(), at, group, span);
        if (cell.filter(it -> !it.said().isEmpty()).isPresent()) {
          boolean here = at.equals(area) && span.equals(quarter);
          return cell.map(it -> new Place(group, it, here));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ThemeCell> find(
      List<ThemeCell> cells, String area, AudienceGroup group, CellSpan span) {
    return cells.stream()
        .filter(it -> it.area().equals(area) && it.group() == group && it.span().equals(span))
        .findFirst();
  }

  private List<Line> lines(Place place, Published published) {
    var cell = place.cell();
    boolean year = cell.span().twelveMonths();
    var before = year ? cell.span().yearBefore() : cell.span().quarterBefore();
    var then =
        find(
            year ? published.yearBefore() : published.release().themes(),
            cell.area(),
            cell.group(),
            before);
    var closed = new ClosedThemes(published.quarters(), List.of());
    return cell.said().entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(theme ->
            new Line(
                place,
                theme.getKey(),
                theme.getValue(),
                before,
                then.filter(it -> it.said().containsKey(theme.getKey()))
                    .filter(_ -> closed.comparable(before, cell.span(), theme.getKey()))
                    .map(it ->
                        new Direction.Compared(
                            it.said().get(theme.getKey()),
                            it.answers().orElseThrow(),
                            theme.getValue(),
                            cell.answers().orElseThrow()))))
        .toList();
  }

  private Map<String, Object> line(Line line, String direction, Published published) {
    int base = line.place().cell().answers().orElseThrow();
    var theme = themes.named(line.theme(), version(line, published));
    return Map.of(
        "theme", theme.name(),
        "usually", theme.usually(),
        "said", line.said(),
        "share", Symbols.share(line.said(), base),
        "direction", direction.isEmpty() ? notCompared(line, published) : direction);
  }

  /** By which version it was sorted, in the last quarter of the time if there were several. */
  private static int version(Line line, Published published) {
    var span = line.place().cell().span();
    var last = span.twelveMonths() ? span.quarters().getFirst() : span;
    return published.quarters().stream()
        .filter(one -> one.span().equals(last))
        .findFirst()
        .map(one -> one.versions().getOrDefault(line.theme(), 0))
        .orElse(0);
  }

  private static String words(Line line, Direction direction) {
    var then = line.then().orElseThrow();
    var before =
        " %s (%d of %d)"
            .formatted(AreaView.time(line.before()), then.before(), then.answersBefore());
    return switch (direction) {
      case MORE -> "Said more often than in" + before;
      case LESS -> "Said less often than in" + before;
      case UNCLEAR -> "No clear change since" + before;
    };
  }

  private static String notCompared(Line line, Published published) {
    var closed = new ClosedThemes(published.quarters(), List.of());
    return closed.comparable(line.before(), line.place().cell().span(), line.theme())
        ? "No earlier figure can be shown"
        : "Not counted in the same way before";
  }

  /** By what the themes of the last twelve months were sorted. */
  List<String> books(Published published) {
    var quarters = published.release().quarter().quarters();
    return published.quarters().stream()
        .filter(one -> quarters.contains(one.span()))
        .map(one -> AreaView.time(one.span()) + ": " + book(one))
        .toList();
  }

  private String book(ClosedThemes.Quarter quarter) {
    var changed =
        quarter.versions().entrySet().stream()
            .filter(theme -> theme.getValue() > 0)
            .map(theme ->
                themes.named(theme.getKey(), theme.getValue()).name()
                    + " (version "
                    + theme.getValue()
                    + ")")
            .sorted()
            .toList();
    return "theme book "
        + quarter.by()
        + (changed.isEmpty() ? ", as shipped" : ", changed since: " + String.join(", ", changed));
  }
}
