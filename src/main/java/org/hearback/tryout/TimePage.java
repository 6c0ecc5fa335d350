package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hearback.anonymity.Disclosure;
import org.hearback.journey.CouncilClock;

/**
 * The visitor's clock: lets a day, two weeks or the time to the next figures pass and says what
 * happened. Exists in a try-out only.
 */
@Hidden
@Controller("/tryout/time")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(bean = TryOutClock.class)
final class TimePage {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private final Passing passing;
  private final SampleLoad load;
  private final CouncilClock clock;
  private final EmbeddedServer server;
  private final AtomicReference<Optional<Days.Passed>> last =
      new AtomicReference<>(Optional.empty());

  TimePage(Passing passing, SampleLoad load, CouncilClock clock, EmbeddedServer server) {
    this.passing = passing;
    this.load = load;
    this.clock = clock;
    this.server = server;
  }

  @Get
  @View("tryout/time")
  Map<String, Object> look() {
    var model = new HashMap<String, Object>();
    model.put("day", DAY.format(clock.today()));
    model.put("loading", !load.progress().finished());
    model.put("percent", load.progress().percent());
    last.get().ifPresent(passed -> model.put("passed", passed));
    return model;
  }

  /** Comes back when the days have passed: weeks take some seconds. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> pass(@Body Map<String, String> typed, HttpRequest<?> request) {
    if ("cross-site".equals(request.getHeaders().get("Sec-Fetch-Site"))) {
      return HttpResponse.status(HttpStatus.FORBIDDEN);
    }
    int days =
        switch (typed.getOrDefault("step", "")) {
          case "fortnight" -> 14;
          case "figures" ->
              Math.toIntExact(
                  ChronoUnit.DAYS.between(clock.today(), Disclosure.nextClosing(clock.today())));
          default -> 1;
        };
    passing.pass(days, server.getURI()).ifPresent(passed -> last.set(Optional.of(passed)));
    return HttpResponse.seeOther(URI.create("/tryout/time"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
