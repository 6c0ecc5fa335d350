package org.hearback.answer;

import java.util.Locale;
import org.hearback.invitation.Link;

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

  /** Why this one opens nothing. */
  static Why of(Link link) {
    return switch (link) {
      case Link.Spent _ -> SPENT;
      case Link.Lapsed _ -> LAPSED;
      case Link.Stopped _ -> STOPPED;
      case Link.Unknown _, Link.Waiting _, Link.Open _ -> UNKNOWN;
    };
  }

  /** Where its words are. */
  String words() {
    return "refused." + name().toLowerCase(Locale.ROOT);
  }
}
