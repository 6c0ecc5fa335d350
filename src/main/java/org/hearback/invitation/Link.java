package org.hearback.invitation;

/** What a link is good for at this moment. Opening one changes nothing. */
public sealed interface Link {

  /** An answer may be sent. */
  record Waiting(String form, int formVersion, String language) implements Link {}

  /** Somebody has answered with this link, or with another of the same invitation. */
  record Spent(String language) implements Link {}

  /** Its days are over. */
  record Lapsed(String language) implements Link {}

  /** Somebody asked for no more messages to where it went. */
  record Stopped(String language) implements Link {}

  /** No such link, or so old that it is forgotten. */
  record Unknown() implements Link {}
}
