package org.hearback.safeguarding;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hearback.anonymity.RedactedText;
import org.hearback.form.Answers;
import org.hearback.form.Form;
import org.hearback.form.Words;
import org.hearback.invitation.TokenHash;

/**
 * A cleared envelope on its way out of the bridge: what the next room may see of it. Lives for one
 * batch.
 *
 * @param responseId the id that it will have, made with the week's key
 * @param answers of these, the next room takes the ticks; the words are in {@code words}
 * @param words redacted free texts by question key
 * @param english what some of them say in English, written by their reader and redacted
 */
public record Cleared(
    UUID envelope,
    LocalDate sentOn,
    UUID responseId,
    TokenHash link,
    Form form,
    String language,
    Answers answers,
    Map<String, RedactedText> words,
    Map<String, RedactedText> english) {

  /**
   * Whether some words of it show their language to whoever reads them: they are not in English,
   * and nobody has said in English what they say.
   */
  public boolean needsItsLanguage() {
    return !isEnglish() && !english.keySet().containsAll(words.keySet());
  }

  /** Whether a label of this language says no less than the words do. */
  public boolean mayKeepItsWords(String labelLanguage) {
    return isEnglish() || isIn(labelLanguage);
  }

  /** Whether a label's language is the one that it is written in, in whatever kind of it. */
  public boolean isIn(String labelLanguage) {
    return Words.written(labelLanguage).equals(Words.written(language));
  }

  private boolean isEnglish() {
    return Words.written(language).equals("en");
  }

  @Override
  public String toString() {
    return "Cleared[" + envelope + "]";
  }
}
