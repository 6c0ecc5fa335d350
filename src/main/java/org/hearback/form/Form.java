package org.hearback.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearback.journey.Audience;

/**
 * One published version of a form: structure only, no words. Immutable, safe for any thread.
 *
 * @param name folder under {@code forms/}, for example {@code assessment-parent}
 * @param version file in that folder
 * @param open whether it is for open links, on posters and tablets, and not for invitations
 * @param questions in the order in which they are asked, 4 to 8
 */
public record Form(
    String name, int version, Audience audience, boolean open, List<Question> questions) {

  public Form {
    questions = List.copyOf(questions);
  }

  /** The i18n key of a question's sentence. */
  public String wordsOf(String question) {
    return "form." + name + "." + question;
  }

  /** The i18n key of an option's words; scales share theirs. */
  public String wordsOf(Question question, Option option) {
    return switch (question) {
      case Question.PickOne(_, _, Question.Look look, _) when look != Question.Look.LIST ->
          "look." + look.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + option.key();
      case Question.Refer _ -> "look.yes-bit-no." + option.key();
      default -> wordsOf(question.key()) + "." + option.key();
    };
  }

  /** The question under a key. */
  public Optional<Question> question(String key) {
    return questions.stream().filter(question -> question.key().equals(key)).findFirst();
  }
}
