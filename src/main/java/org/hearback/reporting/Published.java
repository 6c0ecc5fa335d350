package org.hearback.reporting;

import java.time.LocalDate;
import org.hearback.anonymity.Release;

/** A release as it was made. */
record Published(LocalDate madeOn, Release release) {}
