package org.hearback.anonymity;

import java.util.Locale;

/** What stands in a redacted text where words that point to a person stood. */
public enum Tag {
  NAME,
  PHONE,
  EMAIL,
  POSTCODE,
  NHS_NUMBER,
  NI_NUMBER,
  PASSPORT,
  DRIVING_LICENCE,
  VEHICLE,
  CASE_NUMBER,
  /** A web address, or one of a computer. */
  WEB,
  /** A name in a social network or a game. */
  ACCOUNT,
  ADDRESS,
  SCHOOL,
  /** A home, a house with a name. */
  PLACE,
  /** A firm, a club, a place of worship, a surgery; no service that is known by its name. */
  ORGANISATION,
  DATE,
  MONTH,
  DAY,
  /** Of a baby. */
  AGE,
  SCHOOL_YEAR,
  NUMBER,
  /** Put in by a reader for anything else that points to a person. */
  DETAIL;

  /**
   * As shown, for example {@code [name]} or {@code [NHS number]}; not translated, so that a theme
   * finds it everywhere.
   */
  public String shown() {
    return switch (this) {
      case NHS_NUMBER -> "[NHS number]";
      case NI_NUMBER -> "[NI number]";
      case WEB -> "[web address]";
      default -> "[" + name().toLowerCase(Locale.ROOT).replace('_', ' ') + "]";
    };
  }
}
