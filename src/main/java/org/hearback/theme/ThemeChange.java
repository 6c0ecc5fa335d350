package org.hearback.theme;

import java.util.List;

/**
 * What a change of a theme would do to the comments of today that somebody may see.
 *
 * @param before comments that one of its queries finds now
 * @param adds comments that only the changed ones find
 * @param loses comments that only those of now find
 * @param added some of the first
 * @param lost some of the second
 */
record ThemeChange(
    long before, long adds, long loses, List<Found.Hit> added, List<Found.Hit> lost) {
  ThemeChange {
    added = List.copyOf(added);
    lost = List.copyOf(lost);
  }
}
