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
 * @param scribe who helped, as far as they say
 */
public record Answers(SequencedMap<String, Answer> byQuestion, Scribe scribe) {

  public Answers {
    byQuestion = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byQuestion));
  }

  public Answers(Map<String, Answer> byQuestion) {
    this(new LinkedHashMap<>(byQuestion), Scribe.NOBODY);
  }

  /** The same, with somebody's help. */
  public Answers with(Scribe other) {
    return new Answers(byQuestion, other);
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
