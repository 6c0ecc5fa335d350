package org.hearback.answer;

import java.util.List;
import java.util.Map;
import org.hearback.form.Words;

/** Turns routes into what the fragments show that list them, in one language. Immutable. */
record RoutesView(Routes routes, Words words) {

  /** One line for each that is configured; what there is not in a line is empty. */
  List<Map<String, String>> of(String language, List<Route> wanted) {
    return wanted.stream()
        .flatMap(route -> routes.to(route).map(reach -> line(language, route, reach)).stream())
        .toList();
  }

  private Map<String, String> line(String language, Route route, Reach reach) {
    boolean forStaff = route == Route.CONTACT_ME;
    return Map.of(
        "name", words.text(language, route.words()),
        "phone", reach.phone().replace(' ', '\u00a0'), // a number stays on one line
        "phoneLink", reach.phoneLink(),
        "mail", forStaff ? "" : reach.mail(),
        "mailName", reach.mailName(),
        "mailHost", reach.mailHost(),
        "link", reach.link(),
        "linkHost", reach.linkHost(),
        "linkPath", reach.linkPath());
  }
}
