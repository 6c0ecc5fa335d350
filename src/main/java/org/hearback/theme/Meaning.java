package org.hearback.theme;

import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What English text means, as a direction: texts that say something alike point alike, whatever
 * their words. Worked out on this machine, by a model that may be missing, or not run on it; then
 * everything goes by words alone, and says so. Safe for any thread; costs milliseconds a text, and
 * some 200 MB of memory from the first one on.
 */
final class Meaning {
  /** What goes by words alone. */
  static final Meaning NONE = new Meaning("-", _ -> new float[0]);

  private static final Logger LOG = LoggerFactory.getLogger(Meaning.class);

  private final String model;
  private final Function<String, float[]> reading;
  private volatile boolean failed;

  /**
   * @param model its name and version; directions of different models cannot be compared
   * @param reading a text becomes a direction of length one
   */
  Meaning(String model, Function<String, float[]> reading) {
    this.model = model;
    this.reading = reading;
  }

  /** Its name; that of none, where it has failed. */
  String model() {
    return isThere() ? model : NONE.model;
  }

  boolean isThere() {
    return this != NONE && !failed;
  }

  /**
   * Empty where nothing reads it. A model that fails once is not asked again before the next start:
   * what it is made of does not fit this machine, and words have to go on.
   */
  Optional<float[]> of(String english) {
    // Signs alone say nothing, and that is no failure of the model.
    if (!isThere() || english.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(english));
    } catch (RuntimeException | LinkageError e) {
      failed = true;
      // its message may hold the text
      LOG.warn("comments are found by words alone, the model failed: {}", e.getClass().getName());
      return Optional.empty();
    }
  }
}
