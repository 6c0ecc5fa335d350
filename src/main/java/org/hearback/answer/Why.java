package org.hearback.answer;

import java.util.Locale;

/** Why a link cannot be used. The page says only this, whoever asks. */
public enum Why {
  /** No such link, or so old that it is forgotten. */
  UNKNOWN,
  /** Somebody has answered. */
  SPENT,
  /** The time for answering is over. */
  LAPSED,
  /** Somebody asked for no more messages. */
  STOPPED;

  /** Where its words are. */
  String words() {
    return "refused." + name().toLowerCase(Locale.ROOT);
  }
}
