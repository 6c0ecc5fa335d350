package org.hearback.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;

/**
 * Refuses two bodies, with a page that says what to do. One that is larger than any form of ours:
 * the server's own limit lies above, and there a browser would see nothing but a broken connection.
 * And one of a kind that cannot be read: no {@code @Consumes} refuses it, so it would be taken for
 * whatever a page takes.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class BodyFilter {
  private static final long BYTES_MAX = 256 * 1024;

  private final ErrorResponseProcessor<?> errors;

  BodyFilter(ErrorResponseProcessor<?> errors) {
    this.errors = errors;
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> check(HttpRequest<?> request) {
    if (request.getContentLength() > BYTES_MAX) {
      return refused(request, HttpStatus.REQUEST_ENTITY_TOO_LARGE);
    }
    boolean unreadable =
        request.getHeaders().contains(HttpHeaders.CONTENT_TYPE)
            && request.getContentType().isEmpty();
    return unreadable ? refused(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE) : null;
  }

  private HttpResponse<?> refused(HttpRequest<?> request, HttpStatus status) {
    var context = ErrorContext.builder(request).errorMessage(status.getReason()).build();
    return errors.processResponse(context, HttpResponse.status(status));
  }
}
