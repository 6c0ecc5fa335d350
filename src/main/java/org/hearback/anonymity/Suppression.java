package org.hearback.anonymity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hearback.anonymity.Cube.Counts;
import org.hearback.anonymity.Cube.Place;
import org.hearback.anonymity.Cube.Sum;

/**
 * Chooses which cells of a new release are hidden: first those that are too small or speak with one
 * voice, then as many more as it takes that none of them comes out by subtracting, in this release
 * or with all earlier ones. Where one member of a sum is hidden, its smallest neighbour goes with
 * it, so that the total can stay; where there is none, the total goes. Earlier cells stay as they
 * are. What is hidden stays hidden, so it ends; and with all new cells hidden nobody knows more
 * than before.
 */
final class Suppression {
  private final Cube cube;
  private final Rule rule;
  private final Set<Place> fixed;
  private final Set<Place> fresh;
  private final Set<Place> hidden = new HashSet<>();
  private final Set<Place> open = new HashSet<>();

  private Suppression(Cube cube, Rule rule, Map<Place, Optional<Counts>> said, Set<Place> fresh) {
    this.cube = cube;
    this.rule = rule;
    this.fixed = said.keySet();
    this.fresh = new HashSet<>(fresh);
    this.fresh.removeAll(fixed);
    said.forEach((place, shown) -> {
      if (shown.isEmpty()) {
        hidden.add(place);
      }
    });
  }

  /**
   * All hidden places.
   *
   * @param said what earlier releases say of each place; empty for a hidden one
   * @param fresh the places of the new release
   * @return empty where it could not be made safe
   */
  static Optional<Set<Place>> of(
      Cube cube, Rule rule, Map<Place, Optional<Counts>> said, Set<Place> fresh) {
    var suppression = new Suppression(cube, rule, said, fresh);
    cube.counts().keySet().forEach(suppression::hideIfSmall);
    return suppression.settles() || suppression.saysNothing()
        ? Optional.of(Set.copyOf(suppression.hidden))
        : Optional.empty();
  }

  private void hideIfSmall(Place place) {
    if (!fixed.contains(place) && !isHarmless(place)) {
      hidden.add(place);
    }
  }

  private boolean isHarmless(Place place) {
    return rule.mayBeSeen(place, cube.counts().get(place));
  }

  /** Whether nothing small can be worked out any more, and nothing else that is hidden. */
  private boolean settles() {
    while (true) {
      for (int before = -1; before != hidden.size(); ) {
        before = hidden.size();
        cube.sums().forEach(this::guard);
      }
      var exposed = exposed();
      if (!exposed.isEmpty()) {
        if (!answer(exposed)) {
          return false;
        }
        continue;
      }
      var pinned = Bounds.pinned(cube.sums(), cube.counts(), hidden, rule);
      if (pinned.isEmpty()) {
        return true;
      }
      var next = near(pinned);
      if (next.isEmpty()) {
        return false;
      }
      hidden.add(next.get());
    }
  }

  private Map<Place, Set<Place>> exposed() {
    var exposed = Exposure.of(cube.sums(), hidden);
    exposed.keySet().removeIf(place -> isSilent(place) && isHarmless(place));
    return exposed;
  }

  /**
   * Hides a figure that each needs; what is large enough and known anyway, as twelve months of one
   * quarter are, is shown, and stays so.
   */
  private boolean answer(Map<Place, Set<Place>> exposed) {
    boolean moved = false;
    for (var one : exposed.entrySet()) {
      var next = cheapest(one.getValue());
      if (next.isPresent()) {
        moved |= hidden.add(next.get());
      } else if (isHarmless(one.getKey()) && fresh.contains(one.getKey())) {
        moved |= hidden.remove(one.getKey());
        open.add(one.getKey());
      }
    }
    return moved;
  }

  /** Nothing new at all: nobody knows more than before. */
  private boolean saysNothing() {
    cube.counts()
        .forEach((place, counts) -> {
          if (!fixed.contains(place) && counts.base() > 0) {
            hidden.add(place);
          }
        });
    return exposed().keySet().stream().allMatch(this::isHarmless);
  }

  private void guard(Sum sum) {
    if (hidden.contains(sum.total())) {
      if (base(sum.total()) > 0 && hiddenMembers(sum).isEmpty()) {
        // Its members would give it away. What is never published costs nobody a figure.
        smallest(sum.members(), this::isSilent)
            .or(() -> smallest(sum.members(), fresh::contains))
            .ifPresent(hidden::add);
      }
      return;
    }
    while (!safe(hiddenMembers(sum))) {
      var next =
          smallest(sum.members(), fresh::contains)
              .or(() -> Optional.of(sum.total()).filter(this::mayGo));
      next.ifPresent(hidden::add);
      if (next.isEmpty() || next.get().equals(sum.total())) {
        return;
      }
    }
  }

  /** Never published, by this release nor by an earlier one: a rest, or an area of later. */
  private boolean isSilent(Place place) {
    return !fresh.contains(place) && !fixed.contains(place);
  }

  /**
   * Whether what a shown total leaves for its hidden members may be known: two or more, and
   * together a cell.
   */
  private boolean safe(List<Place> members) {
    if (members.isEmpty()) {
      return true;
    }
    var together = members.stream().map(cube.counts()::get).reduce(Counts::plus).orElseThrow();
    // A small cell has nine at most: nine times as many as there are can only be nine each.
    boolean allAtTheTop = together.base() == members.size() * (Disclosure.BASE_MIN - 1);
    // Where together none says good, or all do, each of them is known.
    boolean oneVoice =
        rule.hasVoices() && (together.good() == 0 || together.good() == together.base());
    return members.size() > 1
        && !allAtTheTop
        && !oneVoice
        && together.base() >= Disclosure.BASE_MIN;
  }

  private List<Place> hiddenMembers(Sum sum) {
    return sum.members().stream().filter(hidden::contains).toList();
  }

  private Optional<Place> smallest(Collection<Place> among, Predicate<Place> wanted) {
    return among.stream()
        .filter(wanted)
        .filter(this::mayGo)
        .min(Comparator.comparingInt(this::base));
  }

  /**
   * Sums that cross (areas by quarters, one release by another) can give a cell away although each
   * of them is safe. Then one of the figures goes that it takes: one that nobody sees anyway, else
   * the smallest, so that the council's are the last to go.
   */
  private Optional<Place> cheapest(Set<Place> figures) {
    return figures.stream()
        .filter(this::mayGo)
        .min(
            Comparator.comparingInt(this::cost)
                .thenComparing(Place::area)
                .thenComparing(Place::span));
  }

  /** Where a range is too narrow, something beside it goes, or the smallest there is. */
  private Optional<Place> near(Set<Place> pinned) {
    var beside =
        cube.sums().stream()
            .map(sum -> Stream.concat(Stream.of(sum.total()), sum.members().stream()).toList())
            .filter(places -> places.stream().anyMatch(pinned::contains))
            .flatMap(List::stream)
            .collect(java.util.stream.Collectors.toSet());
    return cheapest(beside).or(() -> cheapest(fresh)).or(() -> cheapest(cube.counts().keySet()));
  }

  private boolean mayGo(Place place) {
    return !fixed.contains(place)
        && !open.contains(place)
        && !hidden.contains(place)
        && base(place) > 0;
  }

  private int cost(Place place) {
    return isSilent(place) ? 0 : base(place);
  }

  private int base(Place place) {
    return cube.counts().get(place).base();
  }
}
