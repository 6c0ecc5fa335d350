package org.hearback.theme;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a theme is said more or less often than before, of published figures. Pure.
 *
 * <p>Told by Fisher's exact test and Holm's rule over all that is compared at once: on 19 of 20
 * sheets nothing at all is named that is chance.
 */
public enum Direction {
  MORE,
  LESS,
  /** Chance could have made the difference, or there is none. */
  UNCLEAR;

  /**
   * One theme in two times.
   *
   * @param before answers that said it then, of so many
   * @param now answers that say it now, of so many
   */
  public record Compared(int before, int answersBefore, int now, int answersNow) {
    private Share then() {
      return new Share(before, answersBefore);
    }

    private Share later() {
      return new Share(now, answersNow);
    }

    private double chance() {
      return new Keyness(answersBefore + answersNow).chanceOfEither(later(), then());
    }
  }

  /** Of all that is compared at once, in the same order. */
  public static List<Direction> of(List<Compared> all) {
    var chances = all.stream().map(Compared::chance).toList();
    var order =
        IntStream.range(0, all.size()).boxed().sorted(Comparator.comparing(chances::get)).toList();
    int named = ManyLooks.holm(order.stream().mapToDouble(chances::get).toArray());
    return IntStream.range(0, all.size())
        .mapToObj(at -> order.indexOf(at) < named ? verdict(all.get(at)) : UNCLEAR)
        .toList();
  }

  private static Direction verdict(Compared one) {
    return one.later().estimate() > one.then().estimate() ? MORE : LESS;
  }
}
