package org.hearback.access;

import jakarta.inject.Singleton;
import java.time.LocalDate;

/**
 * Who reads on which day. A day without a row is a day on which nobody reads. Safe for any thread.
 */
@Singleton
public final class Rota {
  private final StaffRows rows;

  Rota(StaffRows rows) {
    this.rows = rows;
  }

  /** Puts a reader on duty; doing it twice changes nothing. */
  public void put(LocalDate day, Staff reader) {
    if (!reader.roles().contains(Role.READER)) {
      throw new IllegalArgumentException("only a reader can be on duty");
    }
    rows.putOnDuty(day, reader.id());
  }

  public void takeOff(LocalDate day, Staff reader) {
    rows.takeOffDuty(day, reader.id());
  }
}
