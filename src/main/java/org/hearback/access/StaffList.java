package org.hearback.access;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who works here and who is on duty. Always as the database has it now; safe for any thread. */
@Singleton
public final class StaffList {
  private final StaffRows rows;

  StaffList(StaffRows rows) {
    this.rows = rows;
  }

  public Optional<Staff> bySignIn(String signIn) {
    return rows.bySignIn(signIn).flatMap(StaffRow::staff);
  }

  /** The readers of a day. Whoever stands on the rota without that role does not count. */
  public List<Staff> onDuty(LocalDate day) {
    return rows.onDuty(day).stream()
        .flatMap(row -> row.staff().stream())
        .filter(staff -> staff.roles().contains(Role.READER))
        .toList();
  }

  /** The languages in which an answer can be read on one of these days. */
  public Set<String> languagesOnDuty(LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1))
        .flatMap(day -> onDuty(day).stream())
        .flatMap(staff -> staff.languages().stream())
        .map(tag -> Locale.forLanguageTag(tag).getLanguage())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a try-out's user exists; production refuses to start with one. */
  public boolean anyTryOutUser() {
    return rows.existsByTryoutTrue();
  }
}
