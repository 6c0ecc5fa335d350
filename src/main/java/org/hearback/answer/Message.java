package org.hearback.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * A page that says one thing. All are keys of words but the last two.
 *
 * @param secretAddress whether its address holds a link's secret, which the script then takes out
 *     of the history
 * @param form the small form on it: {@code stop}, {@code withdraw}, {@code code} or none
 * @param code the withdrawal code to show, or none
 */
record Message(
    String heading,
    List<String> lines,
    boolean help,
    boolean languages,
    boolean secretAddress,
    String form,
    String code) {

  static Message of(String heading) {
    return new Message(heading, List.of(), false, false, false, "", "");
  }

  Message line(String key) {
    var more = new ArrayList<>(lines);
    more.add(key);
    return new Message(heading, more, help, languages, secretAddress, form, code);
  }

  Message withHelp() {
    return new Message(heading, lines, true, languages, secretAddress, form, code);
  }

  Message withLanguages() {
    return new Message(heading, lines, help, true, secretAddress, form, code);
  }

  Message secret() {
    return new Message(heading, lines, help, languages, true, form, code);
  }

  Message withForm(String name) {
    return new Message(heading, lines, help, languages, secretAddress, name, code);
  }

  Message withCode(String shown) {
    return new Message(heading, lines, help, languages, secretAddress, form, shown);
  }
}
