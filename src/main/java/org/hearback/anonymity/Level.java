package org.hearback.anonymity;

/**
 * How soon a person must read an answer, as the screen orders it. The screen never clears. Stored
 * in lower case.
 */
public enum Level {
  NONE,
  /** Possible or ambiguous: read within one working day. */
  AMBER,
  /** Danger now or serious harm: read within one working hour while the duty desk is open. */
  RED
}
