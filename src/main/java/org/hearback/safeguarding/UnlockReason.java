package org.hearback.safeguarding;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Why somebody has to know who sent an answer, and how much of the record that needs. */
enum UnlockReason {
  DANGER(
      "danger",
      "Somebody is in danger now",
      EnumSet.of(Detail.NAME, Detail.PHONE, Detail.ADDRESS, Detail.ROUTE)),
  HARM("harm", "Somebody may be seriously hurt", EnumSet.of(Detail.NAME, Detail.ROUTE)),
  ALLEGATION(
      "allegation",
      "An allegation about a professional or a carer, for the designated officer",
      EnumSet.of(Detail.NAME)),
  COURT("court", "A court orders it", EnumSet.noneOf(Detail.class));

  /** What may be shown beside the number in the case system, which always is. */
  enum Detail {
    NAME,
    PHONE,
    ADDRESS,
    /** Who was asked to hand the link over. */
    ROUTE
  }

  private final String stored;
  private final String words;
  private final Set<Detail> details;

  UnlockReason(String stored, String words, Set<Detail> details) {
    this.stored = stored;
    this.words = words;
    this.details = Set.copyOf(details);
  }

  String stored() {
    return stored;
  }

  /** In a sentence for staff. */
  String words() {
    return words;
  }

  boolean needs(Detail detail) {
    return details.contains(detail);
  }

  static Optional<UnlockReason> of(String stored) {
    return Arrays.stream(values()).filter(reason -> reason.stored.equals(stored)).findFirst();
  }
}
