package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
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
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hearback.journey.CouncilClock;

/**
 * Where a newcomer begins: what this is, whom one can be, three steps for each. Exists in a try-out
 * only.
 */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(bean = TryOutClock.class)
final class TryOutPage {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private final SignIns signIns;
  private final RecordingPostman postman;
  private final Guide guide;
  private final SampleLoad load;
  private final CouncilClock clock;
  private final String importFolder;

  TryOutPage(
      SignIns signIns,
      RecordingPostman postman,
      Guide guide,
      SampleLoad load,
      CouncilClock clock,
      @Value("${hearback.import.folder:}") String importFolder) {
    this.signIns = signIns;
    this.postman = postman;
    this.guide = guide;
    this.load = load;
    this.clock = clock;
    this.importFolder = importFolder;
  }

  @Get("/")
  HttpResponse<?> front() {
    return HttpResponse.seeOther(URI.create("/tryout"));
  }

  @Get("/tryout")
  @Produces(MediaType.TEXT_HTML)
  @View("tryout/start")
  Map<String, Object> start() {
    var model = new HashMap<String, Object>();
    model.put("day", DAY.format(clock.today()));
    model.put("messages", postman.arrived().size());
    model.put("loading", !load.progress().finished());
    model.put("failed", load.progress().failed());
    model.put("percent", load.progress().percent());
    model.put("importFolder", importFolder);
    model.put(
        "passwords",
        Map.of(
            "reader", signIns.password("reader"),
            "lead", signIns.password("lead"),
            "analyst", signIns.password("analyst"),
            "manager", signIns.password("manager")));
    return model;
  }

  /** The newest form that waits for somebody like that; the messages while there is none. */
  @Get("/tryout/be/{who}")
  HttpResponse<?> be(String who) {
    return Guide.Respondent.of(who)
        .<HttpResponse<?>>map(respondent ->
            HttpResponse.seeOther(URI.create(guide.open(respondent).orElse("/tryout/messages")))
                .header(HttpHeaders.CACHE_CONTROL, "no-store"))
        .orElseGet(() -> HttpResponse.status(HttpStatus.NOT_FOUND));
  }
}
