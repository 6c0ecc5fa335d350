package org.hearback.safeguarding;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearback.anonymity.RedactedText;
import org.hearback.anonymity.Redactor;
import org.hearback.answer.SealKey;
import org.hearback.form.Answer;
import org.hearback.form.Answers;
import org.hearback.form.Form;
import org.hearback.invitation.TokenHash;

/**
 * An envelope that was opened with its week's key; lives for one piece of work and is not kept.
 *
 * @param link the way back to the invitation, for the label and the names to redact
 */
record Opened(
    UUID id,
    SealKey key,
    LocalDate sentOn,
    String level,
    TokenHash link,
    Form form,
    String language,
    Answers answers) {

  /** The free texts as written, by question key. */
  Map<String, String> rawWords() {
    var words = new LinkedHashMap<String, String>();
    answers
        .byQuestion()
        .forEach((question, answer) -> {
          if (answer instanceof Answer.Words(var raw)) {
            words.put(question, raw);
          }
        });
    return words;
  }

  /** The free texts with the stretches of this work taken out. */
  Map<String, RedactedText> redacted(Work work) {
    var words = new LinkedHashMap<String, RedactedText>();
    rawWords()
        .forEach((question, raw) ->
            words.put(
                question, Redactor.apply(raw, work.spans().getOrDefault(question, List.of()))));
    return words;
  }

  /** What the texts say in English, where a reader has written it. */
  Map<String, RedactedText> english(Work work) {
    var words = new LinkedHashMap<String, RedactedText>();
    work.english()
        .forEach((question, text) -> words.put(question, Redactor.apply(text, List.of())));
    return words;
  }

  @Override
  public String toString() {
    return "Opened[" + id + "]";
  }
}
