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
 * Which hidden cells a reader of the release can work out: solves the sums for single unknowns. The
 * coefficients are small whole numbers and the elimination keeps them exact modulo a large prime,
 * in which a solution for one unknown is the same as among the fractions but for primes that divide
 * a minor, which these sums do not have.
 */
final class Exposure {
  private static final long PRIME = 2_147_483_647L;

  private Exposure() {}

  static Set<Place> of(Collection<Sum> sums, Set<Place> unknown) {
    var rows = new ArrayList<Map<Place, Long>>();
    for (var sum : sums) {
      var row = new HashMap<Place, Long>();
      put(row, sum.total(), 1, unknown);
      sum.members().forEach(member -> put(row, member, PRIME - 1, unknown));
      if (!row.isEmpty()) {
        rows.add(row);
      }
    }
    eliminate(rows);
    var exposed = new HashSet<Place>();
    rows.stream().filter(row -> row.size() == 1).forEach(row -> exposed.addAll(row.keySet()));
    return exposed;
  }

  private static void put(Map<Place, Long> row, Place place, long factor, Set<Place> unknown) {
    if (unknown.contains(place)) {
      row.put(place, factor);
    }
  }

  /**
   * To the reduced row echelon form: a row with one unknown left gives it away, and no other row
   * does.
   */
  private static void eliminate(List<Map<Place, Long>> rows) {
    for (int at = 0; at < rows.size(); at++) {
      var row = rows.get(at);
      if (row.isEmpty()) {
        continue;
      }
      var pivot = row.keySet().iterator().next();
      long inverse = inverse(row.get(pivot));
      row.replaceAll((_, factor) -> factor * inverse % PRIME);
      for (int other = 0; other < rows.size(); other++) {
        if (other != at && rows.get(other).containsKey(pivot)) {
          subtract(rows.get(other), row, rows.get(other).get(pivot));
        }
      }
    }
  }

  private static void subtract(Map<Place, Long> from, Map<Place, Long> row, long times) {
    row.forEach((place, factor) -> {
      long left = (from.getOrDefault(place, 0L) + (PRIME - factor) * times) % PRIME;
      if (left == 0) {
        from.remove(place);
      } else {
        from.put(place, left);
      }
    });
  }

  private static long inverse(long value) {
    long result = 1;
    long base = value;
    for (long power = PRIME - 2; power > 0; power >>= 1) {
      result = (power & 1) == 1 ? result * base % PRIME : result;
      base = base * base % PRIME;
    }
    return result;
  }
}
