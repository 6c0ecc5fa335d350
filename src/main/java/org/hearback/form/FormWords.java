package org.hearback.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which sentences belong to a form: its own, those before its first question, and those that all
 * forms share. Pure.
 */
final class FormWords {
  private static final String BEFORE = "before.";
  private static final String FORM = "form.";

  private FormWords() {}

  /** Of its questions and options, in their order. */
  static List<String> own(Form form) {
    var keys = new ArrayList<String>();
    for (var question : form.questions()) {
      keys.add(form.wordsOf(question.key()));
      question.options().forEach(option -> keys.add(form.wordsOf(question, option)));
    }
    return keys.stream().distinct().toList();
  }

  /** Of the page before its first question. */
  static List<String> before(Form form) {
    return Before.keys(form).stream()
        .flatMap(key -> Stream.of(key, key + ".lead"))
        .sorted()
        .toList();
  }

  /** Of the pages that all forms share. */
  static List<String> shared(Set<String> all) {
    return all.stream()
        .filter(key -> !key.startsWith(FORM))
        .filter(key -> !key.startsWith(BEFORE) || key.indexOf('.', BEFORE.length()) < 0)
        .sorted()
        .toList();
  }

  /** All that a person may read who answers this form. */
  static Set<String> all(Form form, Set<String> all) {
    var keys = new LinkedHashSet<String>();
    Stream.of(own(form), before(form), shared(all)).forEach(keys::addAll);
    return keys;
  }
}
