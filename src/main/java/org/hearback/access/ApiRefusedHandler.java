package org.hearback.access;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.swagger.v3.oas.annotations.Hidden;

/** Tells a machine what {@link ApiRefused} says. */
@Hidden
@Controller
final class ApiRefusedHandler {
  private static final String LATER_SECONDS = "30";

  @Error(global = true, exception = ApiRefused.class)
  HttpResponse<String> tell(ApiRefused refused) {
    return told(refused.problem());
  }

  static MutableHttpResponse<String> told(ApiProblem problem) {
    return dressed(HttpResponse.status(problem.status(), problem.title()), problem);
  }

  /** Puts a problem into a response that has its status already. */
  static MutableHttpResponse<String> dressed(MutableHttpResponse<?> bare, ApiProblem problem) {
    switch (problem.status()) {
      case 401 -> bare.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"hearback\"");
      case 409, 503 -> bare.header(HttpHeaders.RETRY_AFTER, LATER_SECONDS);
      default -> {}
    }
    return bare.body(problem.json()).contentType(ApiProblem.MEDIA_TYPE);
  }
}
