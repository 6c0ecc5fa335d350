package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.util.List;
import org.hearback.answer.CouncilConfig;
import org.hearback.answer.Route;
import org.hearback.answer.Routes;

/**
 * Whom a reader tells of what an answer says, by its level, as text that can be copied. Nothing is
 * sent from here. Immutable.
 */
@Singleton
final class Onward {
  private final Routes routes;
  private final CouncilConfig council;

  Onward(Routes routes, CouncilConfig council) {
    this.routes = routes;
    this.council = council;
  }

  /** Empty where nobody has to be told. */
  List<String> at(String level) {
    return switch (level) {
      case "red" -> List.of("Police or ambulance: 999", "The duty team: " + council.dutyPhone());
      case "L" ->
          List.of(
              "The designated officer (LADO): " + reach(Route.LADO),
              "What the answer says can be told on as it stands, without who sent it. To find out"
                  + " who that is takes two people, below.");
      case "C" ->
          List.of(
              "The complaints team: " + reach(Route.COMPLAINTS),
              "An advocate for a child or young person: " + reach(Route.ADVOCACY));
      default -> List.of();
    };
  }

  private String reach(Route route) {
    return routes
        .to(route)
        .map(reach -> reach.inWords())
        .orElse("ask the council (" + council.contact() + ")");
  }
}
