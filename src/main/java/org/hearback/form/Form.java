package org.hearback.form;

import java.util.List;
import java.util.Optional;
import org.hearback.journey.Audience;

/**
 * One published version of a form: structure only, no words. Immutable, safe for any thread.
 *
 * @param name folder under {@code forms/}, for example {@code assessment-parent}
 * @param version file in that folder
 * @param questions in the order in which they are asked, 4 to 8
 */
public record Form(String name, int version, Audience audience, List<Question> questions) {

  public Form {
    questions = List.copyOf(questions);
  }

  /** The question under a key. */
  public Optional<Question> question(String key) {
    return questions.stream().filter(question -> question.key().equals(key)).findFirst();
  }
}
