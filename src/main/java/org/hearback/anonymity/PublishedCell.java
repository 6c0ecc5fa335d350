package org.hearback.anonymity;

import org.hearback.form.CoreItem;
import org.hearback.journey.AudienceGroup;

/** One cell of the fixed cube as it may leave the reading room. */
public sealed interface PublishedCell {
  String area();

  AudienceGroup group();

  CellSpan span();

  CoreItem item();

  /**
   * Two figures that may be seen. A base of zero is a true zero: nobody has answered.
   *
   * @param base how many say anything on the item
   * @param good how many of them say good
   */
  record Figure(String area, AudienceGroup group, CellSpan span, CoreItem item, int base, int good)
      implements PublishedCell {}

  /** Somebody has answered, and nothing more is said; shown as {@code c}. */
  record Hidden(String area, AudienceGroup group, CellSpan span, CoreItem item)
      implements PublishedCell {}
}
