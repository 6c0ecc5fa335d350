package org.hearback.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.hearback.anonymity.Due;
import org.hearback.anonymity.Level;
import org.hearback.anonymity.OfficeHours;

/** When somebody is at the duty desk: the council's hours and holidays. Immutable. */
public record DutyHours(OfficeHours hours, Set<LocalDate> holidays) {
  public DutyHours {
    holidays = Set.copyOf(holidays);
  }

  /** By when an answer of this level must have been read. */
  public Instant dueAt(Level level, Instant from) {
    return Due.dueAt(level, from, hours, holidays);
  }
}
