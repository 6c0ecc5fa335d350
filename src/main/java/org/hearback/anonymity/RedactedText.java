package org.hearback.anonymity;

/**
 * Free text that has been through the {@link Redactor}. Nobody else can make one from raw words.
 * Immutable.
 */
public final class RedactedText {
  private final String value;

  RedactedText(String value) {
    this.value = value;
  }

  /**
   * Reads back what was stored redacted. Only a {@code *Row} may call it; the architecture test
   * says so.
   */
  public static RedactedText stored(String value) {
    return new RedactedText(value);
  }

  public String value() {
    return value;
  }

  /** Length only: words do not reach logs, redacted or not. */
  @Override
  public String toString() {
    return "RedactedText[" + value.length() + "]";
  }
}
