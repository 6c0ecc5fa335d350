package org.hearback.answer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Without a key nothing can be sealed, so nothing was kept: 503, like a database that is gone, with
 * a page that says that nothing was sent and to try again.
 */
@Singleton
final class KeyMissingHandler implements ExceptionHandler<KeyMissing, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(KeyMissingHandler.class);

  private final ErrorResponseProcessor<?> errors;

  KeyMissingHandler(ErrorResponseProcessor<?> errors) {
    this.errors = errors;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, KeyMissing missing) {
    LOG.error("nothing can be kept: {}", missing.getMessage());
    var status = HttpStatus.SERVICE_UNAVAILABLE;
    var context =
        ErrorContext.builder((HttpRequest<?>) request).errorMessage(status.getReason()).build();
    return errors.processResponse(context, HttpResponse.status(status));
  }
}
