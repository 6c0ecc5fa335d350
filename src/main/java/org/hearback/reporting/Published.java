package org.hearback.reporting;

import java.time.LocalDate;
import java.util.List;
import org.hearback.anonymity.ClosedThemes;
import org.hearback.anonymity.Release;
import org.hearback.anonymity.ThemeCell;

/**
 * A release as it was made.
 *
 * @param quarters by what the themes of each quarter were sorted
 * @param yearBefore what the release of a year ago tells of themes; none where there was none
 */
record Published(
    LocalDate madeOn,
    Release release,
    List<ClosedThemes.Quarter> quarters,
    List<ThemeCell> yearBefore) {}
