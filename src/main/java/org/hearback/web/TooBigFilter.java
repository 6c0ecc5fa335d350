package org.hearback.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;

/**
 * Refuses a body that is larger than any form of ours, with a page that says what to do. The
 * server's own limit lies above: there a browser would see nothing but a broken connection.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class TooBigFilter {
  private static final long BYTES_MAX = 256 * 1024;

  private final ErrorResponseProcessor<?> errors;

  TooBigFilter(ErrorResponseProcessor<?> errors) {
    this.errors = errors;
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> check(HttpRequest<?> request) {
    if (request.getContentLength() <= BYTES_MAX) {
      return null;
    }
    var status = HttpStatus.REQUEST_ENTITY_TOO_LARGE;
    var context = ErrorContext.builder(request).errorMessage(status.getReason()).build();
    return errors.processResponse(context, HttpResponse.status(status));
  }
}
