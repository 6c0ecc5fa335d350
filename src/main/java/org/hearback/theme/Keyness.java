package org.hearback.theme;

/**
 * How clearly some answers say a word more than others do. Pure; one for all words of two sets of
 * answers.
 *
 * <p>Words are put in order by the likelihood ratio G2 of T. Dunning, "Accurate methods for the
 * statistics of surprise and coincidence", Computational Linguistics 19(1), 1993, and told from
 * chance by Fisher's exact test, as G2 is too sure of a word that three or ten answers have. The
 * log-odds with an informative prior of Monroe and others (2008) was tried: what 20 of 40 answers
 * say and none of 4,000 others has no odds but those of the prior, and so is never clear; words
 * that nobody else says are what is looked for. Counted are answers and not words, so that somebody
 * who says a word ten times is one voice.
 */
final class Keyness {
  // What is smaller adds nothing to the sum.
  private static final double NOTHING = 1e-18;

  private final double[] logFactorials;

  /**
   * @param answers of both sides
   */
  Keyness(int answers) {
    logFactorials = new double[answers + 1];
    for (int i = 1; i <= answers; i++) {
      logFactorials[i] = logFactorials[i - 1] + Math.log(i);
    }
  }

  /** How far both sides together are from saying it alike; 0 where they do. */
  static double g2(Share here, Share there) {
    double all = (double) here.base() + there.base();
    double saying = here.having() + there.having();
    return Math.max(0, 2 * (side(here, saying / all) + side(there, saying / all)));
  }

  private static double side(Share share, double everybody) {
    int having = share.having();
    int not = share.base() - having;
    return part(having, share.base() * everybody) + part(not, share.base() * (1 - everybody));
  }

  private static double part(int seen, double expected) {
    return seen == 0 ? 0 : seen * Math.log(seen / expected);
  }

  /**
   * How often so many of the answers here, or more, would have the word, if those that have it were
   * drawn from both sides blindly.
   */
  double chance(Share here, Share there) {
    int saying = here.having() + there.having();
    int most = Math.min(saying, here.base());
    double sum = 0;
    for (int having = here.having(); having <= most; having++) {
      double one = drawn(having, saying, here.base(), there.base());
      sum += one;
      if (one < sum * NOTHING) {
        break; // from here on they only become smaller
      }
    }
    return Math.min(1, sum);
  }

  /** The same for a difference of either kind. */
  double chanceOfEither(Share here, Share there) {
    return Math.min(1, 2 * Math.min(chance(here, there), chance(there, here)));
  }

  private double drawn(int having, int saying, int here, int there) {
    return saying - having > there
        ? 0
        : Math.exp(
            choose(here, having) + choose(there, saying - having) - choose(here + there, saying));
  }

  private double choose(int all, int some) {
    return logFactorials[all] - logFactorials[some] - logFactorials[all - some];
  }
}
