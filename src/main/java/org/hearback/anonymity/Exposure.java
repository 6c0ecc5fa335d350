package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearback.anonymity.Cube.Place;
import org.hearback.anonymity.Cube.Sum;

/**
 * Which hidden cells a reader of all releases can work out, and of which figures: solves the sums
 * for single unknowns. The coefficients are small whole numbers and the elimination keeps them
 * exact modulo a large prime, in which a solution for one unknown is the same as among the
 * fractions but for primes that divide a minor, which these sums do not have. Confined to one
 * thread.
 */
final class Exposure {
  private static final long PRIME = 2_147_483_647L;

  /** An equation: what is unknown in it, and of how many times which sum it is made. */
  private record Row(Map<Place, Long> unknown, Map<Sum, Long> of) {}

  private final List<Row> rows = new ArrayList<>();
  private final Set<Place> hidden;

  private Exposure(Set<Place> hidden) {
    this.hidden = hidden;
  }

  /** Each hidden place that can be worked out, with the shown ones that it takes. */
  static Map<Place, Set<Place>> of(Collection<Sum> sums, Set<Place> hidden) {
    var exposure = new Exposure(hidden);
    sums.forEach(exposure::add);
    exposure.eliminate();
    var exposed = new HashMap<Place, Set<Place>>();
    for (var row : exposure.rows) {
      if (row.unknown().size() == 1) {
        exposed.put(row.unknown().keySet().iterator().next(), exposure.shown(row));
      }
    }
    return exposed;
  }

  private void add(Sum sum) {
    var unknown = new HashMap<Place, Long>();
    places(sum)
        .forEach((place, factor) -> {
          if (hidden.contains(place)) {
            unknown.put(place, factor);
          }
        });
    if (!unknown.isEmpty()) {
      rows.add(new Row(unknown, new HashMap<>(Map.of(sum, 1L))));
    }
  }

  private static Map<Place, Long> places(Sum sum) {
    var places = new HashMap<Place, Long>();
    places.put(sum.total(), 1L);
    sum.members().forEach(member -> places.put(member, PRIME - 1));
    return places;
  }

  /** The shown places that are left in an equation once its sums are added up. */
  private Set<Place> shown(Row row) {
    var factors = new HashMap<Place, Long>();
    row.of()
        .forEach((sum, times) ->
            places(sum)
                .forEach((place, factor) ->
                    factors.merge(
                        place, factor * times % PRIME, (one, more) -> (one + more) % PRIME)));
    var shown = new HashSet<Place>();
    factors.forEach((place, factor) -> {
      if (factor != 0 && !hidden.contains(place)) {
        shown.add(place);
      }
    });
    return shown;
  }

  /**
   * To the reduced row echelon form: a row with one unknown left gives it away, and no other row
   * does.
   */
  private void eliminate() {
    for (int at = 0; at < rows.size(); at++) {
      var row = rows.get(at);
      if (row.unknown().isEmpty()) {
        continue;
      }
      var pivot = row.unknown().keySet().iterator().next();
      long inverse = inverse(row.unknown().get(pivot));
      row.unknown().replaceAll((_, factor) -> factor * inverse % PRIME);
      row.of().replaceAll((_, factor) -> factor * inverse % PRIME);
      for (int other = 0; other < rows.size(); other++) {
        var times = other == at ? null : rows.get(other).unknown().get(pivot);
        if (times != null) {
          subtract(rows.get(other).unknown(), row.unknown(), times);
          subtract(rows.get(other).of(), row.of(), times);
        }
      }
    }
  }

  private static <T> void subtract(Map<T, Long> from, Map<T, Long> what, long times) {
    what.forEach((key, factor) -> {
      long left = (from.getOrDefault(key, 0L) + (PRIME - factor) * times) % PRIME;
      if (left == 0) {
        from.remove(key);
      } else {
        from.put(key, left);
      }
    });
  }

  private static long inverse(long value) {
    return java.math.BigInteger.valueOf(value)
        .modInverse(java.math.BigInteger.valueOf(PRIME))
        .longValueExact();
  }
}
