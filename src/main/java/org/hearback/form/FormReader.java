package org.hearback.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what was posted against the form that was shown. Pure; safe for any thread. */
public final class FormReader {
  /** Stands for the form as a whole in {@link Reading.Refused}. */
  public static final String WHOLE_FORM = "";

  static final String FORGED = "error.forged";
  static final String TOO_LONG = "error.too-long";
  static final String NOTHING_ANSWERED = "error.nothing-answered";

  private final Map<String, List<String>> posted;
  private final Map<String, String> errors = new HashMap<>();

  private FormReader(Map<String, List<String>> posted) {
    this.posted = posted;
  }

  /**
   * Reads a posted form. A question may be skipped, not all of them. What a page of ours cannot
   * have sent (an unknown field or option, two answers to a question that takes one) is refused as
   * a whole, so that nothing is guessed.
   *
   * @param posted by question key; fields that are not questions, such as the nonce, are taken out
   *     before
   */
  public static Reading read(Form form, Map<String, List<String>> posted) {
    return new FormReader(posted).read(form);
  }

  private Reading read(Form form) {
    var answers = new LinkedHashMap<String, Answer>();
    for (var question : form.questions()) {
      answer(question).ifPresent(answer -> answers.put(question.key(), answer));
    }
    if (posted.keySet().stream().anyMatch(key -> form.question(key).isEmpty())) {
      forged();
    }
    if (errors.isEmpty() && answers.isEmpty()) {
      errors.put(WHOLE_FORM, NOTHING_ANSWERED);
    }
    return errors.isEmpty()
        ? new Reading.Accepted(new Answers(answers))
        : new Reading.Refused(errors);
  }

  private Optional<Answer> answer(Question question) {
    var typed = posted.getOrDefault(question.key(), List.of());
    return switch (question) {
      case Question.PickOne(_, _, _, var options) -> ticks(options, typed, 1);
      case Question.PickMany(_, _, var options) -> ticks(options, typed, options.size());
      case Question.Refer(_, var options) -> ticks(options, typed, 1);
      case Question.OpenText text -> words(text, typed);
    };
  }

  private Optional<Answer> ticks(List<Option> options, List<String> typed, int most) {
    var ticked = new HashSet<>(typed);
    ticked.remove("");
    var known = new ArrayList<String>();
    options.stream().map(Option::key).filter(ticked::contains).forEach(known::add);
    if (known.size() != ticked.size() || typed.size() > most) {
      forged();
    }
    return known.isEmpty() ? Optional.empty() : Optional.of(new Answer.Ticks(known));
  }

  private Optional<Answer> words(Question.OpenText question, List<String> typed) {
    if (typed.size() > 1) {
      forged();
      return Optional.empty();
    }
    var words = typed.isEmpty() ? "" : TypedText.tidy(typed.getFirst());
    if (words.codePointCount(0, words.length()) > question.lengthMax()) {
      errors.put(question.key(), TOO_LONG);
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(new Answer.Words(words));
  }

  private void forged() {
    errors.put(WHOLE_FORM, FORGED);
  }
}
