package org.hearback.theme;

/**
 * A theme in two quarters.
 *
 * @param by how much larger its share is now, with an interval that is wide enough for all that was
 *     compared at once
 */
record Change(String theme, Share before, Share now, Interval by, Verdict verdict) {

  enum Verdict {
    ROSE,
    FELL,
    /** Chance could have made the difference, or there is none. */
    UNCLEAR,
    /** So few answers of the two quarters say it that no difference could be told from chance. */
    TOO_FEW
  }

  /** The difference as it stands. */
  double points() {
    return now.estimate() - before.estimate();
  }
}
