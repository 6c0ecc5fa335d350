package org.hearback.safeguarding;

import java.util.Arrays;
import java.util.Optional;

/** What a reader answers to "is anyone at risk?", and so the level of a concern. */
public enum Risk {
  NOBODY("none"),
  /** Danger now or serious harm. */
  RED("red"),
  /** Possible, ambiguous. */
  AMBER("amber"),
  /** An allegation about a professional or carer: goes to the designated officer. */
  ALLEGATION("L"),
  /** A complaint, or somebody who needs something. */
  COMPLAINT("C");

  private final String level;

  Risk(String level) {
    this.level = level;
  }

  /** As stored. */
  public String level() {
    return level;
  }

  /** The risk that is stored as this level. */
  public static Optional<Risk> of(String level) {
    return Arrays.stream(values()).filter(risk -> risk.level.equals(level)).findFirst();
  }
}
