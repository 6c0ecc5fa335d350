package org.hearback.safeguarding;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hearback.anonymity.RedactedText;
import org.hearback.answer.Week;
import org.hearback.form.Answers;
import org.hearback.form.Form;
import org.hearback.invitation.TokenHash;

/**
 * A cleared envelope on its way out of the bridge: what the next room may see of it. Lives for one
 * batch.
 *
 * @param responseId the id that it will have, made with the week's key
 * @param answers of these, the next room takes the ticks; the words are in {@code words}
 * @param words redacted free texts by question key
 */
public record Cleared(
    UUID envelope,
    Week week,
    LocalDate sentOn,
    UUID responseId,
    TokenHash link,
    Form form,
    String language,
    Answers answers,
    Map<String, RedactedText> words) {

  @Override
  public String toString() {
    return "Cleared[" + envelope + "]";
  }
}
