package org.hearback.theme;

import java.util.Comparator;
import java.util.List;

/**
 * Two themes that the same answers say. Pure.
 *
 * @param byChance how many would say both if who says one said the other as everybody does
 * @param times how many times as often as by chance
 * @param between an interval of that, wide enough for all pairs that are shown
 */
record Together(Pair pair, ThemeCounts.Both both, double byChance, double times, Interval between) {

  /** Fewer answers are an accident. */
  static final int ANSWERS_LEAST = 5;

  /** Whether they come together more often than chance would have it. */
  boolean isClear() {
    return between.low() > 1;
  }

  /**
   * All pairs with answers enough; first the one that is most surely more often than by chance,
   * which a pair of few answers seldom is. The interval is Wilson's of the share that says both,
   * over the share that would by chance.
   */
  static List<Together> of(ThemeCounts counts) {
    var enough =
        counts.pairs().entrySet().stream()
            .filter(pair -> pair.getValue().answers() >= ANSWERS_LEAST)
            .toList();
    double z = Normal.z(ManyLooks.holmLevel(0, enough.size()));
    return enough.stream()
        .map(pair -> of(counts, pair.getKey(), pair.getValue(), z))
        .sorted(
            Comparator.comparingDouble((Together it) -> it.between().low())
                .reversed()
                .thenComparing(it -> it.pair().one())
                .thenComparing(it -> it.pair().other()))
        .toList();
  }

  private static Together of(ThemeCounts counts, Pair pair, ThemeCounts.Both both, double z) {
    double one = counts.themes().getOrDefault(pair.one(), 0);
    double other = counts.themes().getOrDefault(pair.other(), 0);
    double byChance = one * other / counts.answers();
    var share = new Share(both.answers(), counts.answers());
    double scale = counts.answers() / byChance;
    var wilson = share.wilson(z);
    return new Together(
        pair,
        both,
        byChance,
        both.answers() / byChance,
        new Interval(wilson.low() * scale, wilson.high() * scale));
  }
}
