package org.hearback.access;

import jakarta.inject.Singleton;

/**
 * Staff who sign in with a password kept here. For a try-out only: production refuses to start with
 * one.
 */
@Singleton
public final class LocalUsers {
  private static final int PASSWORD_MAX = 200;

  private final StaffRows rows;

  LocalUsers(StaffRows rows) {
    this.rows = rows;
  }

  public void add(Staff staff, String password) {
    rows.save(StaffRow.of(staff, PasswordHash.of(password), true));
  }

  /** Whether this is the password of that user. Takes as long when there is no such user. */
  boolean knows(String signIn, String password) {
    var stored = rows.bySignIn(signIn).map(StaffRow::secret).orElse("");
    return password.length() <= PASSWORD_MAX && PasswordHash.fits(password, stored);
  }
}
