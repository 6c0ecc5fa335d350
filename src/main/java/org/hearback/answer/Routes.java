package org.hearback.answer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hearback.journey.Audience;
import org.hearback.journey.Email;

/**
 * The ways that this council has configured to those who deal with what answers are not for:
 * complaints, an advocate, a referral, a concern of staff, an allegation, a call back. Read once at
 * start; immutable, safe for any thread.
 */
public final class Routes {
  private final Map<Route, Reach> configured;

  private Routes(Map<Route, Reach> configured) {
    this.configured = configured;
  }

  /**
   * Reads what is configured.
   *
   * @param setting the value of a key, empty where it is not set
   * @throws IllegalArgumentException for the first that nobody could use, with its key
   */
  public static Routes read(UnaryOperator<String> setting) {
    var configured = new EnumMap<Route, Reach>(Route.class);
    for (var route : Route.values()) {
      var reach =
          new Reach(
              setting.apply(route.phoneKey()).strip(),
              setting.apply(route.mailKey()).strip(),
              setting.apply(route.linkKey()).strip());
      check(route, reach);
      if (!reach.inWords().isEmpty()) {
        configured.put(route, reach);
      }
    }
    if (configured.containsKey(Route.CONTACT_ME)
        && configured.get(Route.CONTACT_ME).mail().isEmpty()) {
      throw new IllegalArgumentException(
          Route.CONTACT_ME.mailKey() + " is not set: whoever asks to be contacted is told by mail");
    }
    return new Routes(configured);
  }

  private static void check(Route route, Reach reach) {
    if (!reach.phone().isEmpty() && !CouncilConfig.isPhone(reach.phone())) {
      throw new IllegalArgumentException(
          route.phoneKey() + " is no phone number of digits and spaces");
    }
    if (!reach.mail().isEmpty() && Email.read(reach.mail()).isEmpty()) {
      throw new IllegalArgumentException(route.mailKey() + " is no e-mail address");
    }
    if (!reach.link().isEmpty() && !Reach.isLink(reach.link())) {
      throw new IllegalArgumentException(
          route.linkKey() + " is not the address of a page that begins with https://");
    }
  }

  /** Where a route leads; empty where the council has configured none. */
  public Optional<Reach> to(Route route) {
    return Optional.ofNullable(configured.get(route));
  }

  /** Those of use to people like these, in the order of their use, configured or not. */
  static List<Route> fitting(Audience audience) {
    return switch (audience) {
      case CHILD, YOUNG_PERSON, CARE_LEAVER -> List.of(Route.ADVOCACY, Route.COMPLAINTS);
      case PARENT, CARER -> List.of(Route.COMPLAINTS, Route.ADVOCACY);
      case STAFF -> List.of(Route.STAFF_CONCERN);
      case PARTNER -> List.of(Route.REFER, Route.COMPLAINTS);
    };
  }

  /** Those of use to a family, where it is not known who looks at a page. */
  static List<Route> ofAnybody() {
    return List.of(Route.COMPLAINTS, Route.ADVOCACY);
  }

  /** Whether people may ask here to be contacted. */
  boolean takesRequests() {
    return configured.containsKey(Route.CONTACT_ME);
  }
}
