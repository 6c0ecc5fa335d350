package org.hearback.safeguarding;

import java.util.UUID;

/**
 * What is said at sealing and must be said again at opening: what a sealed piece is, and whose.
 * Nothing sealed for one place can stand in another.
 */
final class About {
  private About() {}

  /** As the sending side says it, in the room before this one. */
  static String envelope(UUID envelope) {
    return "envelope " + envelope;
  }

  static String work(UUID envelope) {
    return "work " + envelope;
  }

  static String note(UUID unlock) {
    return "note " + unlock;
  }
}
