package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.View;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearback.journey.CouncilClock;

/**
 * Where a newcomer begins: what this is, where to look, how to sign in. Exists in a try-out only.
 */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "hearback.tryout", value = "true")
final class TryOutPage {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK);

  private final SignIns signIns;
  private final RecordingPostman postman;
  private final CouncilClock clock;
  private final String importFolder;

  TryOutPage(
      SignIns signIns,
      RecordingPostman postman,
      CouncilClock clock,
      @Value("${hearback.import.folder:}") String importFolder) {
    this.signIns = signIns;
    this.postman = postman;
    this.clock = clock;
    this.importFolder = importFolder;
  }

  /** Somebody who may sign in, and what for. */
  public record Door(String role, String does, String name, String password) {}

  @Get("/")
  HttpResponse<?> front() {
    return HttpResponse.seeOther(URI.create("/tryout"));
  }

  @Get("/tryout")
  @Produces(MediaType.TEXT_HTML)
  @View("tryout/start")
  Map<String, Object> start() {
    return Map.of(
        "day", DAY.format(clock.now().atZone(clock.zone())),
        "zone", clock.zone().getId(),
        "messages", postman.arrived().size(),
        "doors", doors(),
        "importFolder", importFolder);
  }

  private List<Door> doors() {
    return List.of(
        door("Reader", "Reads each new answer for risk and for names", "reader"),
        door("Analyst", "Searches what was said, once nobody can be told from it", "analyst"),
        door("Service manager", "Sees the figures of each service area", "manager"));
  }

  private Door door(String role, String does, String name) {
    return new Door(role, does, name, signIns.password(name));
  }
}
