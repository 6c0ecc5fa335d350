package org.hearback.access;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who reads on which day. A day without a row is a day on which nobody reads. Safe for any thread.
 */
@Singleton
public final class Rota {
  private final StaffRows rows;
  private final StaffList staff;

  Rota(StaffRows rows, StaffList staff) {
    this.rows = rows;
    this.staff = staff;
  }

  /** Puts a reader on duty; doing it twice changes nothing. */
  public void put(LocalDate day, Staff reader) {
    put(day, reader, Shift.Place.DUTY);
  }

  /** Gives a reader this place on that day, whichever they had there before. */
  public void put(LocalDate day, Staff reader, Shift.Place place) {
    if (!reader.roles().contains(Role.READER)) {
      throw new IllegalArgumentException("only a reader can be on duty");
    }
    rows.putOnRota(day, reader.id(), place.stored());
  }

  /** Whichever place they had. */
  public void takeOff(LocalDate day, Staff reader) {
    rows.takeOffRota(day, reader.id());
  }

  /**
   * The rota of these days, both included: by day, duty before deputies, then by sign-in. Whoever
   * stands on it without being a reader is not in it.
   */
  public List<Shift> shifts(LocalDate from, LocalDate to) {
    var readers =
        staff.holding(Role.READER).stream()
            .collect(Collectors.toMap(Staff::id, Function.identity()));
    return rows.rota(from, to).stream()
        .filter(row -> readers.containsKey(row.staff()))
        .map(row -> new Shift(row.day(), readers.get(row.staff()), Shift.Place.of(row.place())))
        .toList();
  }
}
