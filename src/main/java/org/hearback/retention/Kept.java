package org.hearback.retention;

/**
 * One kind of thing that is kept, and for how long, in a sentence that a stranger understands.
 * Immutable.
 *
 * @param store where it lies
 * @param what it is
 * @param howLong how long it stays, with the figures that are configured, and what ends it
 */
public record Kept(Store store, String what, String howLong) {

  /** Where things are kept, in the order in which an answer walks. */
  public enum Store {
    VAULT("Who was asked"),
    BRIDGE("Answers on their way"),
    FEEDBACK("What was said, by nobody"),
    OFFICE("The work of staff"),
    BEYOND("Beyond the database");

    private final String title;

    Store(String title) {
      this.title = title;
    }

    /** As it stands over its part of the page. */
    public String title() {
      return title;
    }
  }
}
