package org.hearback.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * A page that says one thing. All are keys of words but the last three.
 *
 * @param secretAddress whether its address holds a link's secret, which the script then takes out
 *     of the history
 * @param form the small form on it: {@code stop}, {@code withdraw}, {@code code} or none
 * @param code the withdrawal code to show, or none
 * @param routes whom else they may want, where configured, and where to ask to be contacted
 */
record Message(
    String heading,
    List<String> lines,
    boolean help,
    boolean languages,
    boolean secretAddress,
    String form,
    String code,
    List<Route> routes) {

  static Message of(String heading) {
    return new Message(heading, List.of(), false, false, false, "", "", List.of());
  }

  Message line(String key) {
    var more = new ArrayList<>(lines);
    more.add(key);
    return new Message(heading, more, help, languages, secretAddress, form, code, routes);
  }

  Message withHelp() {
    return new Message(heading, lines, true, languages, secretAddress, form, code, routes);
  }

  Message withLanguages() {
    return new Message(heading, lines, help, true, secretAddress, form, code, routes);
  }

  Message secret() {
    return new Message(heading, lines, help, languages, true, form, code, routes);
  }

  Message withForm(String name) {
    return new Message(heading, lines, help, languages, secretAddress, name, code, routes);
  }

  Message withCode(String shown) {
    return new Message(heading, lines, help, languages, secretAddress, form, shown, routes);
  }

  Message withRoutes(List<Route> others) {
    return new Message(heading, lines, help, languages, secretAddress, form, code, others);
  }
}
