package org.hearback.access;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/**
 * Has whatever goes wrong under {@code /api/} told as {@link ApiProblem}, and leaves all else to
 * the page that people get. The framework's own words are left out: they quote what was sent.
 */
@Singleton
final class ApiProblemProvider implements BeanCreatedEventListener<ErrorResponseProcessor<Object>> {
  static final String BELOW = "/api/";

  @Override
  public ErrorResponseProcessor<Object> onCreated(
      BeanCreatedEvent<ErrorResponseProcessor<Object>> event) {
    var pages = event.getBean();
    return (context, response) ->
        context.getRequest().getPath().startsWith(BELOW)
            ? problem(response)
            : pages.processResponse(context, response);
  }

  private static MutableHttpResponse<Object> problem(MutableHttpResponse<?> response) {
    var problem = ApiProblem.of(response.code(), response.reason());
    return ApiRefusedHandler.dressed(response, problem).body(problem.json());
  }
}
