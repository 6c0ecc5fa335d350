package org.hearback.theme;

/** The standard normal distribution, as far as intervals ask for it. Pure functions. */
final class Normal {
  /** For an interval of 95 percent. */
  static final double Z_95 = 1.959963984540054;

  /** Further out nothing is left that a double could tell from nothing. */
  static final double FAR = 8.2;

  private static final int HALVINGS = 60;

  private Normal() {}

  /**
   * The chance of a value below z, to the last digits of a double: the series of G. Marsaglia,
   * "Evaluating the normal distribution", Journal of Statistical Software 11(4), 2004.
   */
  static double below(double z) {
    if (Math.abs(z) > FAR) {
      return z < 0 ? 0 : 1;
    }
    double square = z * z;
    double term = z;
    double sum = z;
    for (int odd = 3; Math.abs(term) > Math.ulp(sum) / 2; odd += 2) {
      term *= square / odd;
      sum += term;
    }
    return 0.5 + sum * Math.exp(-square / 2) / Math.sqrt(2 * Math.PI);
  }

  /** The chance of a value that is at least so far from 0, on either side. */
  static double outside(double z) {
    return Math.clamp(2 * (1 - below(Math.abs(z))), 0, 1);
  }

  /** How far out this chance of {@link #outside} begins. */
  static double z(double outside) {
    double near = 0;
    double far = FAR;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (near + far) / 2;
      if (outside(middle) > outside) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return far;
  }
}
