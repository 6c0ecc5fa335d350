package org.hearback.theme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two themes that the same answers say. Pure.
 *
 * @param byChance how many would say both if who says one said the other as everybody does
 * @param times how many times as often as by chance
 * @param between an interval of that, wide enough for all pairs that were looked at
 * @param isClear whether they come together more often than chance would have it
 */
record Together(
    Pair pair,
    ThemeCounts.Both both,
    double byChance,
    double times,
    Interval between,
    boolean isClear) {

  /** Fewer answers are an accident. */
  static final int ANSWERS_LEAST = 5;

  private record Looked(Together pair, double chance) {}

  /**
   * All pairs with answers enough; first the one that is most surely more often than by chance,
   * which a pair of few answers seldom is. The interval is Wilson's of the share that says both,
   * over the share that would by chance. What is clear is told by Fisher's exact test and Holm's
   * rule over all pairs that could have had answers enough: pairs that had few were looked at too.
   */
  static List<Together> of(ThemeCounts counts) {
    int themes =
        (int) counts.themes().values().stream().filter(said -> said >= ANSWERS_LEAST).count();
    int looks = themes * (themes - 1) / 2;
    double z = Normal.z(ManyLooks.holmLevel(0, looks));
    var keyness = new Keyness(counts.answers());
    var looked =
        counts.pairs().entrySet().stream()
            .filter(pair -> pair.getValue().answers() >= ANSWERS_LEAST)
            .map(pair -> looked(counts, pair.getKey(), pair.getValue(), z, keyness))
            .sorted(
                Comparator.comparingDouble(Looked::chance)
                    .thenComparing(it -> it.pair().pair().one())
                    .thenComparing(it -> it.pair().pair().other()))
            .toList();
    int clear = ManyLooks.holm(looks, looked.stream().mapToDouble(Looked::chance).toArray());
    var pairs = new ArrayList<Together>();
    for (int at = 0; at < looked.size(); at++) {
      pairs.add(looked.get(at).pair().judged(at < clear));
    }
    return pairs;
  }

  private Together judged(boolean clear) {
    return new Together(pair, both, byChance, times, between, clear);
  }

  private static Looked looked(
      ThemeCounts counts, Pair pair, ThemeCounts.Both both, double z, Keyness keyness) {
    int one = counts.themes().getOrDefault(pair.one(), 0);
    int other = counts.themes().getOrDefault(pair.other(), 0);
    double byChance = (double) one * other / counts.answers();
    double scale = counts.answers() / byChance;
    var wilson = new Share(both.answers(), counts.answers()).wilson(z);
    var between = new Interval(wilson.low() * scale, wilson.high() * scale);
    double times = both.answers() / byChance;
    // Who says what everybody says tells nothing.
    double chance =
        one == counts.answers()
            ? 1
            : keyness.chance(
                new Share(both.answers(), one),
                new Share(other - both.answers(), counts.answers() - one));
    return new Looked(new Together(pair, both, byChance, times, between, false), chance);
  }
}
