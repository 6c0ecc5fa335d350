package org.hearback.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** Where staff sign in, where they arrive, and what they see when a page is not theirs. */
@Hidden
@Controller("/office")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OfficePage {

  @Get
  @Secured(SecurityRule.IS_AUTHENTICATED)
  @View("access/start")
  Map<String, Object> start(Staff staff) {
    return Map.of("hasRole", !staff.roles().isEmpty());
  }

  @Get("/sign-in")
  @Secured(SecurityRule.IS_ANONYMOUS)
  @View("access/sign-in")
  Map<String, Object> signIn(HttpRequest<?> request) {
    return Map.of("failed", request.getParameters().contains("failed"));
  }

  @Get("/forbidden")
  @Secured(SecurityRule.IS_ANONYMOUS)
  HttpResponse<ModelAndView<Map<String, Object>>> forbidden() {
    return HttpResponse.status(HttpStatus.FORBIDDEN)
        .body(new ModelAndView<>("access/forbidden", Map.of()));
  }
}
