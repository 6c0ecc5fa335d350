package org.hearback.invitation;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.hearback.form.Words;

/** Who writes the letters, and for which envelopes. */
@Factory
final class LetterConfig {

  @Singleton
  LetterPdf letterPdf(
      Words words,
      MessageText links,
      @Value("${hearback.council.name}") String council,
      @Value("${hearback.council.duty-phone}") String dutyPhone,
      @Value("${hearback.letter.window:NOTIFY}") LetterWindow window) {
    return new LetterPdf(words, links, new LetterPdf.Sender(council, dutyPhone, window));
  }
}
