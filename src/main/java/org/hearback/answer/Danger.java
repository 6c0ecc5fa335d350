package org.hearback.answer;

import org.hearback.form.Answer;
import org.hearback.form.Answers;
import org.hearback.form.Form;
import org.hearback.form.Option;
import org.hearback.form.Question;

/**
 * Whether an answer that was ticked asks for help: what the person ticked themselves, never what a
 * word list found.
 */
final class Danger {
  private Danger() {}

  static boolean ticked(Form form, Answers answers) {
    return form.questions().stream()
        .anyMatch(question ->
            answers.to(question.key()).filter(answer -> ticked(question, answer)).isPresent());
  }

  /** Whether somebody said that they are worried and have not told yet. */
  static boolean refers(Form form, Answers answers) {
    return form.questions().stream()
        .filter(Question.Refer.class::isInstance)
        .anyMatch(question ->
            answers.to(question.key()).filter(answer -> ticked(question, answer)).isPresent());
  }

  private static boolean ticked(Question question, Answer answer) {
    return answer instanceof Answer.Ticks(var ticks)
        && question.options().stream()
            .anyMatch(
                option -> option.danger() != Option.Danger.NONE && ticks.contains(option.key()));
  }
}
