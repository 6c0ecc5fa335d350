package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.hearback.anonymity.Cube.Counts;
import org.hearback.anonymity.Cube.Place;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.ServiceAreas;

/**
 * Decides what a release may tell of themes. All themes of a place share its answers: how many
 * there are is decided first and once, or a number that is hidden beside one theme would stand
 * beside another. Then each theme is a cube of its own, of how many say it. A quarter that was
 * closed before themes were counted is told of in no release. Confined to one thread.
 */
final class ThemeDisclosure {
  private final List<Release> earlier;
  private final ClosedThemes closed;
  private final ServiceAreas areas;
  private final CellSpan quarter;

  ThemeDisclosure(
      List<Release> earlier, ClosedThemes closed, ServiceAreas areas, CellSpan quarter) {
    this.earlier = earlier;
    this.closed = closed;
    this.areas = areas;
    this.quarter = quarter;
  }

  /** One cube, and which of its places stay hidden. */
  private record Decided(Cube cube, Set<Place> hidden) {}

  /** Empty where nothing could be made safe, or an earlier figure is not what it was. */
  Optional<List<ThemeCell>> cells() {
    var cells = new ArrayList<ThemeCell>();
    for (var group : AudienceGroup.values()) {
      var answers = answers(group);
      if (answers.isEmpty()) {
        return Optional.empty();
      }
      var said = new HashMap<Place, Map<String, Integer>>();
      for (var theme : themes()) {
        var decided = theme(group, theme, answers.get());
        if (decided.isEmpty()) {
          return Optional.empty();
        }
        for (var place : fresh(span -> closed.counts(span, theme))) {
          int count = decided.get().cube().at(place).base();
          if (count > 0 && !decided.get().hidden().contains(place)) {
            said.computeIfAbsent(place, _ -> new HashMap<>()).put(theme, count);
          }
        }
      }
      for (var place : fresh(closed::counts)) {
        cells.add(
            new ThemeCell(
                place.area(),
                group,
                CellSpan.of(place.span()),
                answers.get().hidden().contains(place)
                    ? OptionalInt.empty()
                    : OptionalInt.of(answers.get().cube().at(place).base()),
                said.getOrDefault(place, Map.of())));
      }
    }
    return Optional.of(cells);
  }

  private Optional<Decided> answers(AudienceGroup group) {
    var said = new HashMap<Place, Optional<Counts>>();
    for (var cell : earlier(group)) {
      said.put(
          place(cell),
          cell.answers().isPresent()
              ? Optional.of(new Counts(cell.answers().getAsInt(), 0))
              : Optional.empty());
    }
    return decided(
        cube(group, closed::counts, ClosedThemes.Labelled::answers),
        Rule.ANSWERS,
        said,
        fresh(closed::counts));
  }

  private Optional<Decided> theme(AudienceGroup group, String theme, Decided answers) {
    var said = new HashMap<Place, Optional<Counts>>();
    for (var cell : earlier(group)) {
      if (closed.counts(cell.span(), theme)) {
        var count = Optional.ofNullable(cell.said().get(theme));
        boolean nobody = cell.answers().isPresent() && cell.answers().getAsInt() == 0;
        said.put(
            place(cell),
            nobody ? Optional.of(new Counts(0, 0)) : count.map(it -> new Counts(it, 0)));
      }
    }
    return decided(
        cube(
            group,
            span -> closed.counts(span, theme),
            label -> label.said().getOrDefault(theme, 0)),
        Rule.theme(answers.cube(), answers.hidden()),
        said,
        fresh(span -> closed.counts(span, theme)));
  }

  private static Optional<Decided> decided(
      Cube cube, Rule rule, Map<Place, Optional<Counts>> said, Set<Place> fresh) {
    return Disclosure.holds(said, cube)
        ? Suppression.of(cube, rule, said, fresh).map(hidden -> new Decided(cube, hidden))
        : Optional.empty();
  }

  /** All themes that were ever counted, in an order that tells nothing. */
  private Set<String> themes() {
    var themes = new TreeSet<String>();
    closed.quarters().forEach(one -> themes.addAll(one.versions().keySet()));
    return themes;
  }

  private List<ThemeCell> earlier(AudienceGroup group) {
    return earlier.stream()
        .flatMap(release -> release.themes().stream())
        .filter(cell -> cell.group() == group)
        .toList();
  }

  private static Place place(ThemeCell cell) {
    return new Place(cell.area(), cell.span().key());
  }

  private Set<Place> fresh(Predicate<CellSpan> counted) {
    return Disclosure.places(areas, only(Cube.spans(List.of(quarter)), counted));
  }

  private Cube cube(
      AudienceGroup group,
      Predicate<CellSpan> counted,
      ToIntFunction<ClosedThemes.Labelled> count) {
    var releases = new ArrayList<>(earlier.stream().map(Release::quarter).toList());
    releases.add(quarter);
    return new Cube(
        closed.labels().stream()
            .filter(label -> label.group() == group && counted.test(label.quarter()))
            .map(label ->
                new Cube.Labelled(
                    label.quarter(),
                    label.way(),
                    label.period(),
                    new Counts(count.applyAsInt(label), 0)))
            .toList(),
        areas,
        only(Cube.spans(releases), counted));
  }

  private static SequencedSet<CellSpan> only(
      SequencedSet<CellSpan> spans, Predicate<CellSpan> counted) {
    var only = new LinkedHashSet<CellSpan>();
    spans.stream().filter(counted).forEach(only::add);
    return only;
  }
}
