package org.hearback.anonymity;

import org.hearback.form.CoreItem;
import org.hearback.journey.AudienceGroup;

/**
 * What the responses under one label say on one core item.
 *
 * @param area of the label: a leaf, a parent or the council
 * @param period of the label: {@code 2026-11}, {@code 2026-Q4} or {@code 2026}
 * @param base how many say anything on the item
 * @param good how many of them say good
 */
public record Tally(
    String area, AudienceGroup group, String period, CoreItem item, int base, int good) {
  public Tally {
    if (good < 0 || base < good) {
      throw new IllegalArgumentException("more good than there are");
    }
  }
}
