package org.hearback.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.hearback.journey.Audience;

/** What no schema can say about a form. Pure. */
final class FormLint {
  static final int QUESTIONS_MIN = 4;
  static final int QUESTIONS_MAX = 8;
  static final int ITEMS_MIN = 4;

  /** An answer is padded to one fixed length; whatever a form can ask for must fit into it. */
  static final int BYTES_MAX = 11_000;

  static final int STRUCTURE_BYTES = 1_500;
  private static final int CODE_POINT_BYTES = 4;

  private FormLint() {}

  /** Sentences for the author of the form; empty when it may be published. */
  static List<String> problems(Form form) {
    var problems = new ArrayList<String>();
    int questions = form.questions().size();
    if (questions < QUESTIONS_MIN || questions > QUESTIONS_MAX) {
      problems.add("has %d questions, not 4 to 8".formatted(questions));
    }
    var keys = new HashSet<String>();
    form.questions().stream()
        .filter(question -> !keys.add(question.key()))
        .forEach(question -> problems.add("uses the key twice: " + question.key()));
    long items =
        form.questions().stream().map(Question::item).flatMap(Optional::stream).distinct().count();
    if (items < ITEMS_MIN) {
      problems.add("feeds %d core items, fewer than 4".formatted(items));
    }
    form.questions().stream()
        .filter(FormLint::opensNothing)
        .forEach(question -> problems.add("refers nobody: no danger in " + question.key()));
    problems.addAll(Routing.problems(form));
    if (form.use() == Form.Use.SCRIBED && form.audience() != Audience.CHILD) {
      problems.add("is scribed, which only forms for a child are");
    }
    if (textBytes(form) + STRUCTURE_BYTES > BYTES_MAX) {
      problems.add("asks for more text than a sealed answer holds");
    }
    if (structureBytes(form) > STRUCTURE_BYTES) {
      problems.add("has keys too long or too many for a sealed answer");
    }
    return problems;
  }

  /** A question that is stored nowhere and opens no help would be asked in vain. */
  private static boolean opensNothing(Question question) {
    return question instanceof Question.Refer(_, var options)
        && options.stream().allMatch(option -> option.danger() == Option.Danger.NONE);
  }

  /**
   * How a variant differs from the form that it is like: question by question the same key, kind,
   * item, options and standings, so that their answers are one figure. Words, help and order of
   * nothing else may differ.
   */
  static List<String> differences(Form variant, Form like) {
    if (like.like().isPresent()) {
      return List.of("is like " + like.id() + ", which is a variant itself");
    }
    var own = variant.questions().stream().map(FormLint::measured).toList();
    var theirs = like.questions().stream().map(FormLint::measured).toList();
    if (own.equals(theirs) && variant.conditions().equals(like.conditions())) {
      return List.of();
    }
    var problems = new ArrayList<String>();
    theirs.stream()
        .filter(question -> !own.contains(question))
        .forEach(question -> problems.add("lacks, of " + like.id() + ": " + question));
    own.stream()
        .filter(question -> !theirs.contains(question))
        .forEach(question -> problems.add("has what " + like.id() + " has not: " + question));
    return problems.isEmpty() ? List.of("asks in another order than " + like.id()) : problems;
  }

  /** What of a question decides what its answers mean. */
  private static String measured(Question question) {
    return switch (question) {
      case Question.PickOne(var key, var item, _, var options) ->
          key + " one " + item.map(Enum::name).orElse("-") + " " + options;
      case Question.PickMany(var key, var item, var options) ->
          key + " many " + item.map(Enum::name).orElse("-") + " " + options;
      case Question.Refer(var key, var options) -> key + " refer " + options;
      case Question.OpenText(var key, _) -> key + " text";
    };
  }

  private static int textBytes(Form form) {
    return form.questions().stream()
        .mapToInt(question ->
            question instanceof Question.OpenText text ? text.lengthMax() * CODE_POINT_BYTES : 0)
        .sum();
  }

  /** The longest answer that can be given, less its words. */
  private static int structureBytes(Form form) {
    var all = new LinkedHashMap<String, Answer>();
    for (var question : form.questions()) {
      all.put(question.key(), longest(question));
    }
    return AnswersJson.write(new Answers(all).with(Scribe.ADVOCATE)).length;
  }

  private static Answer longest(Question question) {
    return switch (question) {
      case Question.PickOne(_, _, _, var options) ->
          new Answer.Ticks(options.stream().map(Option::key).toList());
      case Question.PickMany(_, _, var options) ->
          new Answer.Ticks(options.stream().map(Option::key).toList());
      case Question.Refer(_, var options) ->
          new Answer.Ticks(options.stream().map(Option::key).toList());
      case Question.OpenText _ -> new Answer.Words("");
    };
  }
}
