package org.hearback.anonymity;

import java.util.List;

/**
 * A {@link Tally} as it was on the day on which its quarter was closed, and as it stays: answers
 * that come later count in no figure. Immutable.
 *
 * @param quarter the quarter with which it was closed; for a label that has only a year, the last
 *     one of that year
 * @param way the area of the label and each area above it on that day, up to the council; the tree
 *     may be another one later
 */
public record ClosedTally(CellSpan quarter, List<String> way, Tally tally) {
  public ClosedTally {
    way = List.copyOf(way);
    if (way.isEmpty() || quarter.twelveMonths()) {
      throw new IllegalArgumentException("a closed tally has a way and one quarter");
    }
  }
}
