package org.hearback.safeguarding;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hearback.anonymity.Due;
import org.hearback.anonymity.Level;
import org.hearback.anonymity.OfficeHours;

/** An answer without a flag that nobody has read in time. */
@Introspected
record LateRow(UUID id, LocalDate sentOn, boolean byOpenLink) {

  /** Nobody is asked to deal with it before it is late: it is read in its turn. */
  Waiting waiting(OfficeHours hours) {
    return new Waiting(id, Level.NONE, Due.latest(sentOn, hours), true, byOpenLink, Set.of());
  }
}
