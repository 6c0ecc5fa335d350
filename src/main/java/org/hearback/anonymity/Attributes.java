package org.hearback.anonymity;

import java.time.YearMonth;
import org.hearback.journey.Audience;

/**
 * All that the house knows of an invitation and that a label is coarsened from.
 *
 * @param area a leaf of the tree of service areas
 * @param ageBand for example {@code 12-17}, empty for adults
 * @param month of sending
 * @param language of the answer, a BCP 47 tag
 */
public record Attributes(
    String area,
    Audience audience,
    String ageBand,
    String milestone,
    YearMonth month,
    String language) {}
