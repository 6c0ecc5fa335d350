package org.hearback.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the conditions of a form lead anywhere. A question may only wait for earlier ones, so
 * that there is no loop; and some way of answering must reach every question. Pure.
 */
final class Routing {
  private final Form form;
  private final List<String> problems = new ArrayList<>();

  private Routing(Form form) {
    this.form = form;
  }

  /** Sentences for the author of the form; empty when each question can be reached. */
  static List<String> problems(Form form) {
    var routing = new Routing(form);
    form.questions().forEach(routing::check);
    return routing.problems;
  }

  private void check(Question question) {
    form.condition(question)
        .ifPresent(condition ->
            condition.ticked().forEach((asked, options) -> check(question, asked, options)));
    // with a loop among them, conditions cannot be followed
    if (problems.isEmpty() && isDead(question)) {
      problems.add("never shows " + question.key() + ": no answers meet all its conditions");
    }
  }

  private void check(Question question, String asked, List<String> options) {
    var earlier =
        form.questions().stream()
            .takeWhile(it -> !it.key().equals(question.key()))
            .filter(it -> it.key().equals(asked))
            .findFirst();
    if (earlier.isEmpty()) {
      problems.add(question.key() + " waits for " + asked + ", which is not asked before it");
      return;
    }
    var known = earlier.get().options().stream().map(Option::key).toList();
    options.stream()
        .filter(option -> !known.contains(option))
        .forEach(option ->
            problems.add(
                question.key() + " waits for " + asked + ": " + option + ", which it never says"));
    if (options.containsAll(known)) {
      problems.add(question.key() + " waits for any answer to " + asked + ": leave the rest out");
    }
  }

  /**
   * Whether its conditions, with those of the questions that it waits for, ask one question of
   * which one option may be ticked for two different ones.
   */
  private boolean isDead(Question question) {
    var allowed = new HashMap<String, Set<String>>();
    collect(question.key(), allowed);
    return allowed.entrySet().stream()
        .anyMatch(entry -> entry.getValue().isEmpty() && takesOne(entry.getKey()));
  }

  private void collect(String key, Map<String, Set<String>> allowed) {
    Optional.ofNullable(form.conditions().get(key))
        .ifPresent(condition ->
            condition
                .ticked()
                .forEach((asked, options) -> {
                  allowed.computeIfAbsent(asked, _ -> new HashSet<>(options)).retainAll(options);
                  // its own conditions are whole: it was checked before this one
                  collect(asked, allowed);
                }));
  }

  private boolean takesOne(String key) {
    return switch (form.question(key).orElseThrow()) {
      case Question.PickOne _, Question.Refer _ -> true;
      case Question.PickMany _, Question.OpenText _ -> false;
    };
  }
}
