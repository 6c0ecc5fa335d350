package org.hearback.journey;

/** Who is asked: a respondent's part in the child's journey. Stored by {@link #name()}. */
public enum Audience {
  CHILD(AudienceGroup.CHILD_AND_YOUNG_PERSON),
  YOUNG_PERSON(AudienceGroup.CHILD_AND_YOUNG_PERSON),
  CARE_LEAVER(AudienceGroup.CHILD_AND_YOUNG_PERSON),
  PARENT(AudienceGroup.FAMILY),
  CARER(AudienceGroup.FAMILY),
  STAFF(AudienceGroup.STAFF_AND_PARTNER),
  PARTNER(AudienceGroup.STAFF_AND_PARTNER);

  private final AudienceGroup group;

  Audience(AudienceGroup group) {
    this.group = group;
  }

  /** The coarse group that a published cell is cut by. */
  public AudienceGroup group() {
    return group;
  }
}
