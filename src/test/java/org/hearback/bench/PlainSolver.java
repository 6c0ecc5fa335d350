package org.hearback.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gauss by exact fractions over whatever is known, one equation after another; no part of the
 * component that it attacks.
 *
 * @param <V> an unknown
 */
final class PlainSolver<V extends Comparable<V>> {
  private record Fraction(long over, long under) {
    static Fraction of(long over, long under) {
      long common = gcd(Math.abs(over), Math.abs(under));
      long sign = under < 0 ? -1 : 1;
      return new Fraction(sign * over / common, sign * under / common);
    }

    Fraction minus(Fraction other) {
      return of(
          Math.subtractExact(
              Math.multiplyExact(over, other.under), Math.multiplyExact(other.over, under)),
          Math.multiplyExact(under, other.under));
    }

    Fraction times(Fraction other) {
      return of(Math.multiplyExact(over, other.over), Math.multiplyExact(under, other.under));
    }

    Fraction inverse() {
      return of(under, over);
    }

    private static long gcd(long one, long other) {
      return other == 0 ? Math.max(one, 1) : gcd(other, one % other);
    }
  }

  private static final Fraction ONE = new Fraction(1, 1);
  private static final Fraction NONE = new Fraction(0, 1);
  private final Map<V, TreeMap<V, Fraction>> steps = new TreeMap<>();

  /** Takes in that the sum of these is known. */
  void know(Iterable<V> sum) {
    var row = reduced(sum);
    if (!row.isEmpty()) {
      var by = row.firstEntry().getValue().inverse();
      row.replaceAll((_, factor) -> factor.times(by));
      steps.put(row.firstKey(), row);
    }
  }

  boolean tells(Iterable<V> sum) {
    return reduced(sum).isEmpty();
  }

  private TreeMap<V, Fraction> reduced(Iterable<V> sum) {
    var row = new TreeMap<V, Fraction>();
    sum.forEach(unknown -> row.put(unknown, ONE));
    List<V> open = new ArrayList<>(row.keySet());
    for (V at = open.isEmpty() ? null : row.firstKey(); at != null; at = row.higherKey(at)) {
      var step = steps.get(at);
      if (step != null) {
        var times = row.get(at);
        step.forEach((unknown, factor) -> {
          var left = row.getOrDefault(unknown, NONE).minus(factor.times(times));
          if (left.over() == 0) {
            row.remove(unknown);
          } else {
            row.put(unknown, left);
          }
        });
      }
    }
    return row;
  }
}
