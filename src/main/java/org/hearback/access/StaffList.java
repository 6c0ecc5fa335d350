package org.hearback.access;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  public Optional<Staff> byId(UUID id) {
    return rows.findById(id).flatMap(StaffRow::staff);
  }

  /** Everybody with this role, by sign-in. */
  public List<Staff> holding(Role role) {
    return rows.everybody().stream()
        .flatMap(row -> row.staff().stream())
        .filter(staff -> staff.roles().contains(role))
        .toList();
  }

  /** The readers on duty on a day. Whoever stands on the rota without that role does not count. */
  public List<Staff> onDuty(LocalDate day) {
    return on(day, List.of(Shift.Place.DUTY.stored()));
  }

  /** The same with the deputies, who read when duty is late. */
  public List<Staff> onRota(LocalDate day) {
    return on(day, List.of(Shift.Place.DUTY.stored(), Shift.Place.DEPUTY.stored()));
  }

  /** The languages in which an answer can be read on one of these days, by deputies too. */
  public Set<String> languagesOnRota(LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1))
        .flatMap(day -> onRota(day).stream())
        .flatMap(staff -> staff.languages().stream())
        .map(tag -> Locale.forLanguageTag(tag).getLanguage())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a try-out's user exists; production refuses to start with one. */
  public boolean anyTryOutUser() {
    return rows.existsByTryoutTrue();
  }

  private List<Staff> on(LocalDate day, List<String> places) {
    return rows.onRota(day, places).stream()
        .flatMap(row -> row.staff().stream())
        .filter(staff -> staff.roles().contains(Role.READER))
        .toList();
  }
}
