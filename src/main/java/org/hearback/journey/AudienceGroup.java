package org.hearback.journey;

/** The three groups of respondents that a published cell knows. Stored by {@link #name()}. */
public enum AudienceGroup {
  CHILD_AND_YOUNG_PERSON,
  FAMILY,
  STAFF_AND_PARTNER
}
