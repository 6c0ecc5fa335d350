package org.hearback.access;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a machine in by its key, and only to what the key is for. Whoever has none learns nothing,
 * not even which addresses there are.
 */
@ServerFilter("/api/v1/**")
final class ApiKeyFilter implements Ordered {
  /** The request's attribute that holds the {@link ApiCaller}. */
  static final String CALLER = "org.hearback.access.caller";

  private static final String SCHEME = "Bearer ";
  private static final int KEY_MAX = 100;

  private final ApiKeys keys;

  ApiKeyFilter(ApiKeys keys) {
    this.keys = keys;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    var caller = key(request).flatMap(keys::use);
    if (caller.isEmpty()) {
      return refused(HttpStatus.UNAUTHORIZED);
    }
    var route = RouteAttributes.getRouteMatch(request);
    if (route.isPresent()
        && route
            .get()
            .getAnnotationMetadata()
            .enumValue(NeedsScope.class, ApiScope.class)
            .filter(caller.get().scopes()::contains)
            .isEmpty()) {
      return refused(HttpStatus.FORBIDDEN);
    }
    request.setAttribute(CALLER, caller.get());
    return null;
  }

  private static Optional<String> key(HttpRequest<?> request) {
    return request
        .getHeaders()
        .getAuthorization()
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip())
        .filter(key -> key.length() <= KEY_MAX && key.startsWith(ApiKeys.PREFIX));
  }

  private static HttpResponse<?> refused(HttpStatus status) {
    return ApiRefusedHandler.told(ApiProblem.of(status.getCode(), status.getReason()));
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.order();
  }
}
