package org.hearback.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.ClosedThemes;
import org.hearback.anonymity.Release;
import org.hearback.anonymity.ThemeCell;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.ServiceAreas;

/**
 * Holds all that releases tell of the themes of one audience group, knows the rules, and knows of
 * each area and quarter whether anybody answered. Solves for how many there are and for how many
 * say each theme.
 */
final class ThemeAttacker {
  private static final int TEN = 10;
  private static final int TWENTY = 20;
  private static final int MANY = 1_000_000;

  private record Cell(String area, CellSpan span) {}

  /** What was counted: all answers, or those that say a theme. */
  private record What(
      boolean theme,
      ToIntFunction<ClosedThemes.Labelled> count,
      Function<ThemeCell, OptionalInt> shown) {}

  private final ServiceAreas areas;
  private final List<ThemeCell> told;
  private final List<ClosedThemes.Labelled> labels;
  private final Set<String> themes = new TreeSet<>();

  ThemeAttacker(
      ServiceAreas areas, List<Release> releases, ClosedThemes closed, AudienceGroup group) {
    this.areas = areas;
    this.told =
        releases.stream()
            .flatMap(release -> release.themes().stream())
            .filter(cell -> cell.group() == group)
            .toList();
    this.labels = closed.labels().stream().filter(label -> label.group() == group).toList();
    closed.quarters().forEach(quarter -> themes.addAll(quarter.versions().keySet()));
  }

  DisclosureAttack.Outcome attack() {
    var outcome = attack(new What(false, ClosedThemes.Labelled::answers, ThemeCell::answers));
    for (var theme : themes) {
      outcome =
          outcome.plus(
              attack(
                  new What(
                      true,
                      label -> label.said().getOrDefault(theme, 0),
                      cell -> {
                        var said = cell.said().get(theme);
                        boolean nobody = cell.answers().equals(OptionalInt.of(0));
                        return nobody
                            ? OptionalInt.of(0)
                            : said == null ? OptionalInt.empty() : OptionalInt.of(said);
                      })));
    }
    return outcome;
  }

  private DisclosureAttack.Outcome attack(What what) {
    var solver = new PlainSolver<String>();
    var known = new HashMap<Cell, Integer>();
    var hidden = new HashSet<Cell>();
    int shown = 0;
    for (var cell : told) {
      var place = new Cell(cell.area(), cell.span());
      var figure = what.shown().apply(cell);
      if (figure.isEmpty()) {
        hidden.add(place);
        continue;
      }
      int truth = sum(place, what.count());
      if (figure.getAsInt() != truth) {
        throw new IllegalStateException("a figure is not true: " + place);
      }
      shown += truth > 0 ? 1 : 0;
      known.put(place, truth);
      solver.know(parts(place));
    }
    hidden.removeAll(known.keySet()); // where a later release tells it all the same
    int derived =
        (int)
            hidden.stream()
                .filter(place -> isSmall(place, what))
                .filter(place -> solver.tells(parts(place)))
                .count();
    for (var label : labels) {
      int count = what.count().applyAsInt(part(label));
      boolean small = what.theme() ? count < TEN : count > 0 && count < TEN;
      derived += small && solver.tells(List.of(name(label))) ? 1 : 0;
    }
    return new DisclosureAttack.Outcome(
        0, told.size(), shown, 0, 0, hidden.size(), 0, derived, 0, ranges(what, known, hidden));
  }

  /** All that was labelled with the same area and time. */
  private ClosedThemes.Labelled part(ClosedThemes.Labelled one) {
    int answers = 0;
    var said = new HashMap<String, Integer>();
    for (var label : labels) {
      if (name(label).equals(name(one))) {
        answers += label.answers();
        label.said().forEach((theme, some) -> said.merge(theme, some, Integer::sum));
      }
    }
    return new ClosedThemes.Labelled(
        one.quarter(), one.way(), one.group(), one.period(), answers, said);
  }

  private boolean isSmall(Cell place, What what) {
    int count = sum(place, what.count());
    int all = sum(place, ClosedThemes.Labelled::answers);
    if (all == 0) {
      return false;
    }
    return count < TEN || what.theme() && count == all && all < TWENTY;
  }

  private List<ClosedThemes.Labelled> in(Cell place) {
    return labels.stream()
        .filter(label -> label.way().contains(place.area()))
        .filter(label -> place.span().covers(time(label)))
        .toList();
  }

  private int sum(Cell place, ToIntFunction<ClosedThemes.Labelled> count) {
    return in(place).stream().mapToInt(count).sum();
  }

  private Set<String> parts(Cell place) {
    var parts = new TreeSet<String>();
    in(place).forEach(label -> parts.add(name(label)));
    return parts;
  }

  private static String name(ClosedThemes.Labelled label) {
    return String.join("/", label.way()) + " " + time(label);
  }

  private static String time(ClosedThemes.Labelled label) {
    return label.period().length() == 4 ? label.period() : label.quarter().key();
  }

  /** What each count can be by its range. */
  private int ranges(What what, Map<Cell, Integer> known, Set<Cell> hidden) {
    var ranges = new Ranges();
    var wanted = new HashSet<String>();
    known.forEach((place, figure) -> ranges.know(place.toString(), figure, figure));
    for (var place : hidden) {
      int count = sum(place, what.count());
      ranges.know(place.toString(), what.theme() ? 0 : 1, count < TEN ? TEN - 1 : MANY);
      if (isSmall(place, what)) {
        wanted.add(place.toString());
      }
    }
    var all = new HashSet<>(known.keySet());
    all.addAll(hidden);
    for (var total : all) {
      var below = areas.children(total.area()).stream().map(it -> new Cell(it, total.span()));
      add(ranges, total, below.filter(all::contains).toList());
      if (total.span().twelveMonths()) {
        var quarters = total.span().quarters().stream().map(it -> new Cell(total.area(), it));
        add(ranges, total, quarters.filter(all::contains).toList());
      }
    }
    return ranges.pinned(wanted).size();
  }

  private void add(Ranges ranges, Cell total, List<Cell> members) {
    if (members.isEmpty()) {
      return;
    }
    var rest = new ArrayList<>(in(total));
    members.forEach(member -> rest.removeAll(in(member)));
    var names = new ArrayList<>(members.stream().map(Cell::toString).toList());
    names.add(total + " beside " + members.getFirst());
    if (rest.stream().mapToInt(ClosedThemes.Labelled::answers).sum() == 0) {
      ranges.know(names.getLast(), 0, 0);
    }
    ranges.sum(total.toString(), names);
  }
}
