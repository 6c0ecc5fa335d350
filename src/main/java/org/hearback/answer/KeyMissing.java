package org.hearback.answer;

/** A week has no key: not made yet, or destroyed. The respondent is told that nothing was sent. */
public final class KeyMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public KeyMissing(SealKey key) {
    super("no key for " + key.name());
  }
}
