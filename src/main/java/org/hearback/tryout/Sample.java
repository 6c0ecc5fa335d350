package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hearback.access.LocalUsers;
import org.hearback.access.Role;
import org.hearback.access.Rota;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;
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

  private static final int DUTY_DAYS = 120;

  private final LocalUsers users;
  private final StaffList staff;
  private final Rota rota;
  private final SignIns signIns;
  private final CouncilClock clock;

  Sample(LocalUsers users, StaffList staff, Rota rota, SignIns signIns, CouncilClock clock) {
    this.users = users;
    this.staff = staff;
    this.rota = rota;
    this.signIns = signIns;
    this.clock = clock;
  }

  /** Fills an empty house; a house with staff is left as it is. */
  public void load() {
    if (staff.bySignIn("lead").isEmpty()) {
      add("lead", "Sample safeguarding lead", Role.LEAD);
    }
    if (staff.bySignIn("reader").isPresent()) {
      return;
    }
    add("analyst", "Sample analyst", Role.ANALYST);
    add("manager", "Sample service manager", Role.MANAGER);
    add("reader", "Sample reader", Role.READER);
    add(NIGHT_READER, "Sample reader, second", Role.READER);
    onDuty(clock.today(), DUTY_DAYS);
  }

  /** Puts the second reader on the rota, so that somebody reads on each of these days. */
  void onDuty(LocalDate from, int days) {
    var reader = staff.bySignIn(NIGHT_READER).orElseThrow();
    for (int day = 0; day < days; day++) {
      rota.put(from.plusDays(day), reader);
    }
  }

  private Staff add(String signIn, String name, Role role) {
    var person =
        new Staff(UUID.randomUUID(), signIn, name, Set.of(role), Set.of(), Set.of("en", "ar"));
    users.add(person, signIns.password(signIn));
    return person;
  }
}
