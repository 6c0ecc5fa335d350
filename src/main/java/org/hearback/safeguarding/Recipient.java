package org.hearback.safeguarding;

import java.util.Locale;

/**
 * Whom an alert is for, and by which way. Where that is, is looked up when it goes.
 *
 * @param who id of a member of staff, {@link #NIGHT} or {@link #WEBHOOK}
 */
record Recipient(String who, Way way) {
  static final String NIGHT = "night";
  static final String WEBHOOK = "webhook";

  /** How an alert goes. Stored in lower case. */
  enum Way {
    EMAIL,
    TEXT,
    WEBHOOK;

    String stored() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Way of(String stored) {
      return valueOf(stored.toUpperCase(Locale.ROOT));
    }
  }
}
