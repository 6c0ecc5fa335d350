package org.hearback.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Puts {@link SecurityHeaders} on every reply, errors included. A reply that says how long it may
 * be kept keeps that, and so does a page with a policy of its own.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class SecurityHeadersFilter implements Ordered {
  private static final String A_YEAR = "max-age=31536000";

  @ResponseFilter
  void protect(HttpRequest<?> request, MutableHttpResponse<?> response) {
    SecurityHeaders.ALWAYS.forEach((name, value) -> {
      if (!response.getHeaders().contains(name)) {
        response.header(name, value);
      }
    });
    if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
      response.header(HttpHeaders.CACHE_CONTROL, SecurityHeaders.NO_STORE);
    }
    if (request.isSecure()) {
      response.header("Strict-Transport-Security", A_YEAR);
    }
  }

  /**
   * Outermost: a filter that answers by itself, such as the one that leads to the sign-in, passes
   * by those within it.
   */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
