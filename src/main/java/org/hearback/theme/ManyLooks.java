package org.hearback.theme;

/**
 * Whoever looks at many things finds one that stands out by chance. Each of these says how many of
 * some chances, the smallest first, are still to be named. Pure functions.
 */
final class ManyLooks {
  /** How often chance alone may lead to a name, over all that was looked at. */
  static final double ALLOWED = 0.05;

  private ManyLooks() {}

  /**
   * S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
   * Statistics 6, 65-70, 1979: on 19 of 20 pages nothing at all is named that is chance, however
   * the things hang together. For claims that somebody stands up with.
   */
  static int holm(double... smallestFirst) {
    return holm(smallestFirst.length, smallestFirst);
  }

  /**
   * The same where only some of what was looked at could be named at all.
   *
   * @param looks all that was looked at; it must not depend on what was seen
   */
  static int holm(int looks, double[] smallestFirst) {
    int named = 0;
    while (named < smallestFirst.length && smallestFirst[named] <= holmLevel(named, looks)) {
      named++;
    }
    return named;
  }

  /** What the chance of the one after so many named ones has to stay below. */
  static double holmLevel(int named, int all) {
    return ALLOWED / Math.max(1, all - named);
  }

  /**
   * Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal
   * Statistical Society B 57, 289-300, 1995: of what is named one in 20 is chance, in the long run.
   * For leads that somebody reads on from, where a wrong one costs a glance.
   */
  static int benjaminiHochberg(double... smallestFirst) {
    return benjaminiHochberg(smallestFirst.length, smallestFirst);
  }

  /**
   * The same where only some of what was looked at could be named at all.
   *
   * @param looks all that was looked at; it must not depend on what was seen
   */
  static int benjaminiHochberg(int looks, double[] smallestFirst) {
    for (int named = smallestFirst.length; named > 0; named--) {
      if (smallestFirst[named - 1] <= ALLOWED * named / looks) {
        return named;
      }
    }
    return 0;
  }
}
