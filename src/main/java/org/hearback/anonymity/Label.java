package org.hearback.anonymity;

import org.hearback.journey.Audience;

/**
 * The few coarse attributes that a response keeps. An empty string is an attribute that was
 * coarsened away.
 *
 * @param area a leaf, a parent or the council; never empty
 * @param ageBand may be empty
 * @param milestone {@link #BY_OPEN_LINK} where nobody was invited; may be empty; then the response
 *     keeps no form and no ticks either, as both would give it away
 * @param period {@code 2026-11}, {@code 2026-Q4} or {@code 2026}
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
}
