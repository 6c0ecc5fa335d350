package org.hearback.web;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.transaction.exceptions.TransactionException;
import io.swagger.v3.oas.annotations.Hidden;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says 503 when the database is gone, so that a person is told that nothing was sent and to try
 * again, and 500 for every other failure of it. Logs types and SQL states only: messages of a
 * driver quote values.
 */
@Hidden
@Controller
final class StoreGoneHandler {
  private static final Logger LOG = LoggerFactory.getLogger(StoreGoneHandler.class);
  private static final String CONNECTION_STATE = "08";
  private static final int CAUSES_MAX = 20;

  private final ErrorResponseProcessor<?> errors;

  StoreGoneHandler(ErrorResponseProcessor<?> errors) {
    this.errors = errors;
  }

  @Error(global = true, exception = TransactionException.class)
  HttpResponse<?> transaction(HttpRequest<?> request, TransactionException failure) {
    return answer(request, failure);
  }

  @Error(global = true, exception = ConnectionException.class)
  HttpResponse<?> connection(HttpRequest<?> request, ConnectionException failure) {
    return answer(request, failure);
  }

  @Error(global = true, exception = DataAccessException.class)
  HttpResponse<?> access(HttpRequest<?> request, DataAccessException failure) {
    return answer(request, failure);
  }

  @Error(global = true, exception = CannotGetJdbcConnectionException.class)
  HttpResponse<?> none(HttpRequest<?> request, CannotGetJdbcConnectionException failure) {
    return answer(request, failure);
  }

  private MutableHttpResponse<?> answer(HttpRequest<?> request, Throwable failure) {
    var gone = isGone(failure);
    LOG.error("{}: {}", gone ? "database gone" : "database failed", types(failure));
    var status = gone ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
    var context = ErrorContext.builder(request).errorMessage(status.getReason()).build();
    return errors.processResponse(context, HttpResponse.status(status));
  }

  static boolean isGone(Throwable failure) {
    var cause = failure;
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
      if (cause instanceof ConnectionException
          || cause instanceof CannotGetJdbcConnectionException
          || cause instanceof SQLTransientConnectionException
          || cause instanceof SQLNonTransientConnectionException
          || cause instanceof SQLRecoverableException
          || cause instanceof SQLException sql && isConnection(sql.getSQLState())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isConnection(@org.jspecify.annotations.Nullable String state) {
    return state != null && state.startsWith(CONNECTION_STATE);
  }

  private static String types(Throwable failure) {
    var text = new StringBuilder();
    var cause = failure;
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
      text.append(depth == 0 ? "" : " <- ").append(cause.getClass().getSimpleName());
      if (cause instanceof SQLException sql) {
        text.append(" state ").append(sql.getSQLState());
      }
      cause = cause.getCause();
    }
    return text.toString();
  }
}
