package org.hearback.theme;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A search that an analyst keeps.
 *
 * @param no by which an e-mail names it; stays the same while it is kept
 * @param name of their own; may tell what it looks for
 * @param mailed whether an e-mail says that it finds more
 * @param seen how many comments it found when it was last opened
 * @param told the same, or when an e-mail last told of it
 */
record Saved(
    UUID id,
    int no,
    String name,
    SearchRequest asked,
    boolean mailed,
    int seen,
    int told,
    LocalDate openedOn) {
  static final int MOST = 50;
  static final int NAME_LONGEST = 60;

  /** How saving one, or changing its name, ended. */
  sealed interface Outcome {
    record Done() implements Outcome {}

    record NoName() implements Outcome {}

    record TooLong(int most) implements Outcome {}

    /** Another one of theirs has this name. */
    record NameTaken() implements Outcome {}

    record Full(int most) implements Outcome {}

    /** It, or whoever asks, is not there any more. */
    record Gone() implements Outcome {}
  }

  /** Neither its name nor its words reach logs. */
  @Override
  public String toString() {
    return "Saved[" + id + "]";
  }
}
