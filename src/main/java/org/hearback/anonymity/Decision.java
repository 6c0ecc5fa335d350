package org.hearback.anonymity;

/** Whether a release may be made. Immutable. */
public sealed interface Decision {

  record Made(Release release) implements Decision {}

  /**
   * It could not be made safe beside earlier ones, and there is none rather than a weaker one.
   *
   * @param reason for the operator; holds no figure
   */
  record Refused(String reason) implements Decision {}
}
