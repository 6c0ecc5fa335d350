package org.hearback.anonymity;

import java.util.Map;
import java.util.OptionalInt;
import org.hearback.journey.AudienceGroup;

/**
 * What people of one group say in their own words in one area and time, as far as it may leave the
 * reading room. Immutable.
 *
 * @param answers how many there are, with or without words; 0 is a true zero, and empty is a hidden
 *     number
 * @param said how many of them say a theme; one that is not there was said by fewer than may be
 *     seen, or by nobody: that is not told apart
 */
public record ThemeCell(
    String area,
    AudienceGroup group,
    CellSpan span,
    OptionalInt answers,
    Map<String, Integer> said) {
  public ThemeCell {
    said = Map.copyOf(said);
  }
}
