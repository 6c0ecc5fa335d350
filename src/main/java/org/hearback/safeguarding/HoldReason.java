package org.hearback.safeguarding;

import java.util.Arrays;
import java.util.Optional;

/** Why one answer stays beyond its window. */
enum HoldReason {
  /** A concern is open; the house places this one by itself, and ends it with the concern. */
  CONCERN("concern", "A concern is open"),
  ALLEGATION("allegation", "The designated officer is looking into an allegation"),
  COMPLAINT("complaint", "A complaint is being looked into"),
  COURT("court", "A court has asked for it");

  private final String stored;
  private final String words;

  HoldReason(String stored, String words) {
    this.stored = stored;
    this.words = words;
  }

  String stored() {
    return stored;
  }

  /** In a sentence for staff. */
  String words() {
    return words;
  }

  static Optional<HoldReason> of(String stored) {
    return Arrays.stream(values()).filter(reason -> reason.stored.equals(stored)).findFirst();
  }
}
