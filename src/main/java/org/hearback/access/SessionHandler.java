package org.hearback.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.handlers.LogoutHandler;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at each request of a signed-in person whether they still work here with the roles of their
 * cookie, which lives for hours and cannot be called back. Whoever does not is signed out. Keeps
 * the {@link Staff} for the page that follows.
 */
@ServerFilter("/office/**")
final class SessionHandler implements Ordered {
  /** The request's attribute that holds the {@link Staff}. */
  static final String STAFF = "org.hearback.access.staff";

  private static final String FROM_ELSEWHERE = "cross-site";

  private final StaffList list;
  private final LogoutHandler<HttpRequest<?>, MutableHttpResponse<?>> signOut;

  SessionHandler(StaffList list, LogoutHandler<HttpRequest<?>, MutableHttpResponse<?>> signOut) {
    this.list = list;
    this.signOut = signOut;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable
  HttpResponse<?> check(HttpRequest<?> request) {
    // Sign-in itself carries no form token yet; another site must not be able to sign a browser in.
    if (request.getMethod().permitsRequestBody()
        && FROM_ELSEWHERE.equals(request.getHeaders().get("Sec-Fetch-Site"))) {
      return HttpResponse.status(HttpStatus.FORBIDDEN);
    }
    var signedIn = request.getUserPrincipal(Authentication.class);
    if (signedIn.isEmpty()) {
      return null;
    }
    var staff = list.bySignIn(signedIn.orElseThrow().getName());
    if (staff.isEmpty() || !names(staff.orElseThrow()).equals(roles(signedIn.orElseThrow()))) {
      return signOut.logout(request);
    }
    request.setAttribute(STAFF, staff.orElseThrow());
    return null;
  }

  private static Set<String> names(Staff staff) {
    return staff.roles().stream().map(Role::name).collect(Collectors.toSet());
  }

  private static Set<String> roles(Authentication signedIn) {
    return Set.copyOf(signedIn.getRoles());
  }

  /**
   * Behind the security filter, which reads the cookie, and before the one that checks the form's
   * token.
   */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.order() + 50;
  }
}
