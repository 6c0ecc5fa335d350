package org.hearback.theme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * One order made of two whose scores cannot be compared: reciprocal rank fusion (Cormack, Clarke
 * and Büttcher, SIGIR 2009). What stands high in both comes first. Pure.
 */
final class Fused {
  // Of the paper: how much the first places count more than the next.
  private static final int SMOOTHING = 60;

  /** What lies further down in one order does not climb by the other. */
  static final int LOOKED_AT = 100;

  private Fused() {}

  /**
   * Everything that stands in one of the two, once. What stands beyond the first {@value
   * #LOOKED_AT} by words follows in its order.
   *
   * @param words documents, the best first
   * @param meaning documents, the nearest first
   */
  static List<Integer> of(List<Integer> words, List<Integer> meaning) {
    var worth = new HashMap<Integer, Double>();
    add(words.subList(0, Math.min(LOOKED_AT, words.size())), worth);
    add(meaning, worth);
    var known = new LinkedHashSet<>(words);
    known.addAll(meaning);
    var fused = new ArrayList<>(known);
    // Stable: equals stay as the words have them.
    fused.sort(Comparator.comparingDouble(document -> -worth.getOrDefault(document, 0.0)));
    return fused;
  }

  private static void add(List<Integer> order, HashMap<Integer, Double> worth) {
    for (int at = 0; at < order.size(); at++) {
      worth.merge(order.get(at), 1.0 / (SMOOTHING + at + 1), Double::sum);
    }
  }
}
