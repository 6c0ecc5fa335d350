package org.hearback.access;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.filter.FilterBodyParser;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.csrf.CsrfConfiguration;
import io.micronaut.security.csrf.validator.CsrfTokenValidator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks each staff form for its token, whatever the body claims to be; only sign-in has none yet, as
 * it is issued there.
 *
 * <p>It does the work of the framework's own filter, which is switched off: that one answers 500 to
 * every form whose body arrives after its headers (a future that completes later with null ends the
 * chain), and lets other content types pass.
 */
@ServerFilter("/office/**")
final class FormTokenHandler implements Ordered {
  private static final String SIGN_IN = "/office/login";
  private static final int PATIENCE_SECONDS = 30;

  private final FilterBodyParser bodies;
  private final CsrfTokenValidator<HttpRequest<?>> tokens;
  private final String field;

  FormTokenHandler(
      FilterBodyParser bodies,
      CsrfTokenValidator<HttpRequest<?>> tokens,
      CsrfConfiguration configuration) {
    this.bodies = bodies;
    this.tokens = tokens;
    this.field = configuration.getFieldName();
  }

  /** Waits on a virtual thread for the body, so nobody else has to wait for a slow line. */
  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void check(HttpRequest<?> request) {
    if (!request.getMethod().permitsRequestBody() || request.getPath().equals(SIGN_IN)) {
      return;
    }
    if (!(fields(request).get(field) instanceof String token)
        || !tokens.validateCsrfToken(request, token)) {
      throw refused(request);
    }
  }

  private Map<String, Object> fields(HttpRequest<?> request) {
    try {
      return bodies.parseBody(request).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Map.of();
    } catch (ExecutionException | TimeoutException _) {
      return Map.of(); // a body that is cut off or makes no sense holds no token
    }
  }

  private static AuthorizationException refused(HttpRequest<?> request) {
    return new AuthorizationException(request.getUserPrincipal(Authentication.class).orElse(null));
  }

  /** Behind {@link SessionHandler}. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.order() + 100;
  }
}
