package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearback.access.LocalUsers;
import org.hearback.access.Role;
import org.hearback.access.Rota;
import org.hearback.access.Shift;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;
import org.hearback.anonymity.OfficeHours;
import org.hearback.journey.CouncilClock;

/**
 * The staff of the sample council and who is on duty when; put in once, before the door opens.
 * Never in production.
 */
@Singleton
@Requires(property = "hearback.tryout", value = "true")
public class Sample {
  /** Who reads while no visitor does. */
  static final String NIGHT_READER = "reader-2";

  /** What the rota's page shows, at least. */
  static final int AHEAD_DAYS = 28;

  private static final int DUTY_DAYS = 120;

  private final LocalUsers users;
  private final StaffList staff;
  private final Rota rota;
  private final SignIns signIns;
  private final OfficeHours hours;
  private final CouncilClock clock;

  Sample(
      LocalUsers users,
      StaffList staff,
      Rota rota,
      SignIns signIns,
      OfficeHours hours,
      CouncilClock clock) {
    this.users = users;
    this.staff = staff;
    this.rota = rota;
    this.signIns = signIns;
    this.hours = hours;
    this.clock = clock;
  }

  /** Fills an empty house; a house with staff is left as it is. */
  public void load() {
    if (staff.bySignIn("lead").isEmpty()) {
      add("lead", "Sample safeguarding lead", Role.LEAD, "+447700900983");
    }
    if (staff.bySignIn("reader").isPresent()) {
      return;
    }
    add("analyst", "Sample analyst", Role.ANALYST, "");
    add("manager", "Sample service manager", Role.MANAGER, "");
    add("reader", "Sample reader", Role.READER, "+447700900981");
    add(NIGHT_READER, "Sample reader, second", Role.READER, "");
    onDuty(clock.today(), DUTY_DAYS);
  }

  /**
   * Puts the second reader on the rota of each of these days on which nobody is on duty, so that
   * somebody reads.
   */
  void onDuty(LocalDate from, int days) {
    var reader = staff.bySignIn(NIGHT_READER).orElseThrow();
    var to = from.plusDays(days - 1L);
    var taken =
        rota.shifts(from, to).stream()
            .filter(shift -> shift.place() == Shift.Place.DUTY)
            .map(Shift::day)
            .collect(Collectors.toSet());
    from.datesUntil(to.plusDays(1))
        .filter(day -> hours.works(day) && !taken.contains(day))
        .forEach(day -> rota.put(day, reader));
  }

  private void add(String signIn, String name, Role role, String phone) {
    var person =
        new Staff(
            UUID.randomUUID(),
            signIn,
            name,
            Set.of(role),
            Set.of(),
            Set.of("en", "ar"),
            signIn + "@council.example",
            phone);
    users.add(person, signIns.password(signIn));
  }
}
