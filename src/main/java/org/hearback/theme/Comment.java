package org.hearback.theme;

import java.util.Optional;
import java.util.UUID;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;

/**
 * One free-text answer of a response, as the feedback store holds it.
 *
 * @param question key, empty where the response keeps no form
 * @param form empty where the label has no milestone, or has lost its time
 * @param language {@code und} where the label has none
 * @param english what it says in English, written by its reader; to be shown as translated
 */
record Comment(
    UUID id,
    UUID response,
    String form,
    int formVersion,
    String question,
    String language,
    RedactedText words,
    Optional<RedactedText> english,
    Label label) {
  /** Whether this is what it says, or what its reader wrote of it. */
  boolean says(String text) {
    return words.value().equals(text) || english.filter(it -> it.value().equals(text)).isPresent();
  }

  /** What an English reader reads: what the comment's reader wrote of it, or the words. */
  Optional<RedactedText> inEnglish() {
    return english.isPresent()
        ? english
        : Script.endings(language, words.value()).filter(Endings.ENGLISH::equals).map(_ -> words);
  }
}
