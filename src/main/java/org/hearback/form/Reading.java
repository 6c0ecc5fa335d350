package org.hearback.form;

import java.util.Map;

/** What became of a posted form: answers, or the reasons why not, by question key. */
public sealed interface Reading {

  record Accepted(Answers answers) implements Reading {}

  /**
   * @param errors question key to the i18n key of the sentence that tells the person what to do;
   *     the key {@code ""} stands for the form as a whole (a field that no such form has)
   */
  record Refused(Map<String, String> errors) implements Reading {
    public Refused {
      errors = Map.copyOf(errors);
    }
  }
}
