package org.hearback.access;

import io.micronaut.core.annotation.Blocking;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.AuthenticationFailureReason;
import io.micronaut.security.authentication.AuthenticationRequest;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.authentication.provider.HttpRequestAuthenticationProvider;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hearback.audit.Audit;
import org.jspecify.annotations.Nullable;

/**
 * Signs staff in by name and password. Whoever fails learns nothing: not whether the name exists,
 * nor whether it has to wait; the answer is the same and takes as long.
 */
@Singleton
final class SignInHandler<B> implements HttpRequestAuthenticationProvider<B> {
  private final LocalUsers users;
  private final StaffList staff;
  private final Slowdown slowdown;
  private final Audit audit;

  SignInHandler(LocalUsers users, StaffList staff, Slowdown slowdown, Audit audit) {
    this.users = users;
    this.staff = staff;
    this.slowdown = slowdown;
    this.audit = audit;
  }

  @Override
  @Blocking
  public AuthenticationResponse authenticate(
      @Nullable HttpRequest<B> request, AuthenticationRequest<String, String> typed) {
    var name = Optional.ofNullable(typed.getIdentity()).orElse("");
    boolean mustWait = slowdown.mustWait(name);
    // The hash is computed before anything is decided, so that time tells nothing.
    boolean known = users.knows(name, Optional.ofNullable(typed.getSecret()).orElse(""));
    var member = staff.bySignIn(name);
    if (mustWait || !known || member.isEmpty()) {
      if (!mustWait) {
        slowdown.failed(name);
      }
      return AuthenticationResponse.failure(AuthenticationFailureReason.CREDENTIALS_DO_NOT_MATCH);
    }
    slowdown.succeeded(name);
    audit.record(name, "sign-in", "");
    return AuthenticationResponse.success(
        name, member.orElseThrow().roles().stream().map(Role::name).toList());
  }
}
