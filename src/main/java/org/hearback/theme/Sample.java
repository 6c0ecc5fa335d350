package org.hearback.theme;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Comments drawn by chance, for two people to say what each is about without seeing what the other
 * says. Immutable.
 *
 * @param seed whoever draws by it from the same comments draws the same
 * @param size as asked for; there may be fewer
 * @param filter what they were drawn from
 * @param bounds areas within which all of it lies; empty for the whole council
 * @param drawnBy sign-in name
 */
record Sample(
    UUID id,
    String seed,
    int size,
    Filter filter,
    Set<String> bounds,
    String drawnBy,
    LocalDate drawnOn) {
  static final int SIZE_USUAL = 50;
  static final int SIZE_LEAST = 10;
  static final int SIZE_MOST = 500;
  static final int SEED_LONGEST = 40;

  Sample {
    bounds = Set.copyOf(bounds);
  }

  /**
   * One comment of it.
   *
   * @param place counts from 1, in the order of the draw
   */
  record Item(int place, UUID comment) {}
}
