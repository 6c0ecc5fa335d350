package org.hearback.journey;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A person's part in a family's record. */
public enum ContactRole {
  /** A child or young person; the age band says which. */
  CHILD,
  /** A young adult who was in care; has a phone of their own. */
  CARE_LEAVER,
  PARENT,
  CARER,
  /** The trusted adult who hands a child of the family a link; never a parent or carer. */
  ROUTE,
  /** Somebody of the council who works with the family. Lends the name to redaction. */
  WORKER,
  /** A professional of a partner agency in the family's record. Lends the name to redaction. */
  PARTNER;

  /** As the feed writes it: {@code care-leaver}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ContactRole> read(String key) {
    return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
  }
}
