package org.hearback.theme;

import java.util.function.Function;

/**
 * What English text means, as a direction: texts that say something alike point alike, whatever
 * their words. Worked out on this machine, by a model that may be missing; then everything goes by
 * words alone, and says so. Safe for any thread; costs milliseconds a text, and some 200 MB of
 * memory from the first one on.
 *
 * @param model its name and version; directions of different models cannot be compared
 * @param reading a text becomes a direction of length one
 */
record Meaning(String model, Function<String, float[]> reading) {
  /** What goes by words alone. */
  static final Meaning NONE =
      new Meaning(
          "-",
          _ -> {
            throw new IllegalStateException("there is no model");
          });

  boolean isThere() {
    return this != NONE;
  }

  float[] of(String english) {
    return reading.apply(english);
  }
}
