package org.hearback.anonymity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hearback.anonymity.Cube.Counts;
import org.hearback.anonymity.Cube.Place;
import org.hearback.anonymity.Cube.Sum;

/**
 * Chooses which cells of a cube are hidden: first those that are too small or speak with one voice,
 * then as many more as it takes that none of them comes out by subtracting. Where one member of a
 * sum is hidden, its smallest neighbour goes with it, so that the total can stay; where there is
 * none, the total goes. What is hidden stays hidden, so it ends.
 */
final class Suppression {
  private final Cube cube;
  private final Set<Place> hidden = new HashSet<>();

  private Suppression(Cube cube) {
    this.cube = cube;
  }

  static Set<Place> of(Cube cube) {
    var suppression = new Suppression(cube);
    cube.counts().forEach(suppression::hideIfSmall);
    suppression.settle();
    return Set.copyOf(suppression.hidden);
  }

  private void hideIfSmall(Place place, Counts counts) {
    if (!Disclosure.mayBeSeen(counts.base(), counts.good())) {
      hidden.add(place);
    }
  }

  private void settle() {
    for (int before = -1; before != hidden.size(); ) {
      before = hidden.size();
      cube.sums().forEach(this::guard);
      if (before == hidden.size()) {
        var exposed = Exposure.of(cube.sums(), hidden);
        (exposed.isEmpty() ? Optional.<Place>empty() : next(exposed)).ifPresent(hidden::add);
      }
    }
  }

  private void guard(Sum sum) {
    if (hidden.contains(sum.total())) {
      if (base(sum.total()) > 0 && hiddenMembers(sum).isEmpty()) {
        // Its members would give it away. To hide a rest costs nobody a figure.
        smallest(sum.members(), Place::isRest)
            .or(() -> smallest(sum.members(), place -> !place.isRest()))
            .ifPresent(hidden::add);
      }
      return;
    }
    while (!safe(hiddenMembers(sum))) {
      var neighbour = smallest(sum.members(), place -> !place.isRest());
      hidden.add(neighbour.orElse(sum.total()));
      if (neighbour.isEmpty()) {
        return;
      }
    }
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
    boolean oneVoice = together.good() == 0 || together.good() == together.base();
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
        .filter(place -> !hidden.contains(place) && base(place) > 0)
        .min(Comparator.comparingInt(this::base));
  }

  /**
   * Sums that cross (areas by quarters) can give a cell away although each of them is safe. Then
   * one more goes of those that stand in a sum with it: a rest, which nobody sees anyway, else the
   * smallest, so that the council's figures are the last to go.
   */
  private Optional<Place> next(Set<Place> exposed) {
    return cube.sums().stream()
        .map(sum -> Stream.concat(Stream.of(sum.total()), sum.members().stream()).toList())
        .filter(places -> places.stream().anyMatch(exposed::contains))
        .flatMap(List::stream)
        .filter(place -> !hidden.contains(place) && base(place) > 0)
        .min(Comparator.comparingInt(this::cost))
        .or(() -> smallest(cube.counts().keySet(), place -> !place.isRest()))
        .or(() -> smallest(cube.counts().keySet(), Place::isRest));
  }

  private int cost(Place place) {
    return place.isRest() ? 0 : base(place);
  }

  private int base(Place place) {
    return cube.counts().get(place).base();
  }
}
