package org.hearback.safeguarding;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hearback.anonymity.Level;

/**
 * An answer that waits for somebody: its concern is open, it is flagged and has not been opened
 * yet, or it is not flagged and late.
 *
 * @param level how soon; an allegation or a complaint has the time of amber
 * @param owned whether somebody has said that they deal with it
 * @param taken the steps that were taken
 */
record Waiting(
    UUID envelope, Level level, Instant dueAt, boolean owned, boolean byOpenLink, Set<Step> taken) {
  Waiting {
    taken = Set.copyOf(taken);
  }
}
