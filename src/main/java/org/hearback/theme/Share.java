package org.hearback.theme;

/**
 * How many of some answers have something. Pure.
 *
 * @param base how many answers there are; at least one
 */
record Share(int having, int base) {
  Share {
    if (base < 1 || having < 0 || having > base) {
      throw new IllegalArgumentException("no share: " + having + " of " + base);
    }
  }

  double estimate() {
    return (double) having / base;
  }

  /**
   * Wilson's score interval, which is right where few answers or extreme shares make the usual one
   * wrong: method 3 of R. G. Newcombe, "Two-sided confidence intervals for the single proportion",
   * Statistics in Medicine 17, 857-872, 1998.
   *
   * @param z how sure: {@link Normal#Z_95} for 95 percent
   */
  Interval wilson(double z) {
    double part = z * z / base;
    double middle = (estimate() + part / 2) / (1 + part);
    double half =
        z * Math.sqrt(estimate() * (1 - estimate()) / base + part / (4.0 * base)) / (1 + part);
    // At the ends the two are equal but for the last digit.
    return new Interval(
        Math.clamp(middle - half, 0, estimate()), Math.clamp(middle + half, estimate(), 1));
  }

  /**
   * How much larger this share is than another of other answers: the hybrid score interval, method
   * 10 of R. G. Newcombe, "Interval estimation for the difference between independent proportions",
   * Statistics in Medicine 17, 873-890, 1998.
   */
  Interval minus(Share other, double z) {
    var own = wilson(z);
    var others = other.wilson(z);
    double difference = estimate() - other.estimate();
    double down = Math.hypot(estimate() - own.low(), others.high() - other.estimate());
    double up = Math.hypot(own.high() - estimate(), other.estimate() - others.low());
    return new Interval(Math.max(-1, difference - down), Math.min(1, difference + up));
  }
}
