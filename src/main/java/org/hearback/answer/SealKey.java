package org.hearback.answer;

/**
 * The name of a key that answers are sealed with: that of the {@link Week} in which they were sent,
 * or one answer's own while it is held. It stands beside what was sealed, in eight characters.
 */
public sealed interface SealKey permits Week, HoldKey {

  /** As stored, and the name of the key's file. */
  String name();

  /**
   * Reads a stored name.
   *
   * @throws IllegalArgumentException when it is neither kind
   */
  static SealKey read(String name) {
    return HoldKey.is(name) ? new HoldKey(name) : new Week(name);
  }
}
