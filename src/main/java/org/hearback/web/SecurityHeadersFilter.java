package org.hearback.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Set;

/**
 * Puts {@link SecurityHeaders} on every reply, errors included. A reply that says how long it may
 * be kept keeps that, and so does a page with a policy of its own.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class SecurityHeadersFilter implements Ordered {
  private static final String A_YEAR = "max-age=31536000";
  private static final Set<String> PARTS = Set.of("text/css", "text/javascript");

  @ResponseFilter
  void protect(HttpRequest<?> request, MutableHttpResponse<?> response) {
    SecurityHeaders.ALWAYS.forEach((name, value) -> put(response, name, value));
    if (!isPartOfPage(response)) {
      SecurityHeaders.OF_DOCUMENTS.forEach((name, value) -> put(response, name, value));
    }
    if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
      response.header(HttpHeaders.CACHE_CONTROL, SecurityHeaders.NO_STORE);
    }
    if (request.isSecure()) {
      response.header("Strict-Transport-Security", A_YEAR);
    }
  }

  /** Unknown means a document. */
  private static boolean isPartOfPage(MutableHttpResponse<?> response) {
    return response.getContentType().map(MediaType::getName).filter(PARTS::contains).isPresent();
  }

  private static void put(MutableHttpResponse<?> response, String name, String value) {
    if (!response.getHeaders().contains(name)) {
      response.header(name, value);
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
