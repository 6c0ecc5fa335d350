package org.hearback.invitation;

/** What a link is good for at this moment. Opening one changes nothing. */
public sealed interface Link {

  /** Whether it was sent to somebody, who may ask for no more of its kind. */
  default boolean wasSent() {
    return switch (this) {
      case Waiting _, Spent _, Lapsed _, Stopped _ -> true;
      case Open _, Unknown _ -> false;
    };
  }

  /** An answer may be sent. */
  record Waiting(String form, int formVersion, String language) implements Link {}

  /**
   * Anybody may answer, as often as they like.
   *
   * @param tablet whether many people use one device in turn
   */
  record Open(String form, int formVersion, String language, boolean tablet) implements Link {}

  /** Somebody has answered with this link, or with another of the same invitation. */
  record Spent(String language) implements Link {}

  /** Its days are over. */
  record Lapsed(String language) implements Link {}

  /** Somebody asked for no more messages to where it went. */
  record Stopped(String language) implements Link {}

  /** No such link, or so old that it is forgotten. */
  record Unknown() implements Link {}
}
