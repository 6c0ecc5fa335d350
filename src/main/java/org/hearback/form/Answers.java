package org.hearback.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * All that one person said to a form, already checked against it, by question key and in the form's
 * order. Immutable.
 *
 * @param byQuestion only questions that were answered
 */
public record Answers(SequencedMap<String, Answer> byQuestion) {

  public Answers {
    byQuestion = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byQuestion));
  }

  public Answers(Map<String, Answer> byQuestion) {
    this(new LinkedHashMap<>(byQuestion));
  }

  public Optional<Answer> to(String question) {
    return Optional.ofNullable(byQuestion.get(question));
  }

  /**
   * Whether anything was written in words; such an answer is read by a person before anything else
   * happens to it.
   */
  public boolean hasWords() {
    return byQuestion.values().stream().anyMatch(Answer.Words.class::isInstance);
  }
}
