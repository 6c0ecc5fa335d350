package org.hearback.anonymity;

import java.util.Set;
import org.hearback.journey.Audience;

/**
 * The few coarse attributes that a response keeps. An empty string is an attribute that was
 * coarsened away.
 *
 * @param area a leaf, a parent or the council; never empty
 * @param ageBand may be empty
 * @param milestone {@link #BY_OPEN_LINK} where nobody was invited, {@link #LATE} or {@link
 *     #LATE_BY_OPEN_LINK} where too few others of its time were left; may be empty
 * @param period {@code 2026-11}, {@code 2026-Q4} or {@code 2026}; of a late one the year in which
 *     it left the bridge
 * @param language may be empty
 */
public record Label(
    String area,
    Audience audience,
    String ageBand,
    String milestone,
    String period,
    String language) {

  /** Stands for a milestone where an answer came by an open link. */
  public static final String BY_OPEN_LINK = "open";

  /** Stands for a milestone where an answer left without its time, for want of others. */
  public static final String LATE = "late";

  /** The same of an answer that came by an open link; the two never leave together. */
  public static final String LATE_BY_OPEN_LINK = "open-late";

  /** Under these nobody was asked in the label's period, so no published figure counts them. */
  public static final Set<String> OUTSIDE_FIGURES = Set.of(BY_OPEN_LINK, LATE, LATE_BY_OPEN_LINK);

  /**
   * Whether a response keeps its form and its ticks. The form tells the milestone, and often the
   * age, and so do its questions, what is asked in it alone, and how many texts it asks for: where
   * the label has lost the milestone all that goes.
   */
  public boolean keepsForm() {
    return !milestone.isEmpty() && !hasLostItsTime();
  }

  /** Whether its time is known to lie within this one. */
  public boolean isWithin(CellSpan span) {
    return !hasLostItsTime() && span.covers(period);
  }

  /**
   * Whether its period only says until when it was sent. Not called "is": a label is stored as JSON
   * while its batch is drawn, and that would be one more part of it.
   */
  public boolean hasLostItsTime() {
    return milestone.equals(LATE) || milestone.equals(LATE_BY_OPEN_LINK);
  }
}
