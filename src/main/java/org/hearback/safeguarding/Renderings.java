package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hearback.anonymity.Redactor;
import org.hearback.anonymity.Span;
import org.hearback.anonymity.Tag;
import org.hearback.invitation.Invitations;

/**
 * What an answer in another language says in English, in its reader's words. A reader writes what
 * they have read, so it is redacted as the answer was, and shown to them again when something had
 * to go. Safe for any thread.
 */
@Singleton
final class Renderings {
  private static final Comparator<Map.Entry<String, String>> BY_LENGTH =
      Comparator.comparing(entry -> entry.getValue().length());

  private final Redactor redactor;
  private final Invitations invitations;

  Renderings(Redactor redactor, Invitations invitations) {
    this.redactor = redactor;
    this.invitations = invitations;
  }

  /** Whether a text of this language may have one. */
  static boolean wanted(String language) {
    return !Locale.forLanguageTag(language).getLanguage().equals("en");
  }

  /** What keeps a decision from being carried out as it is; empty when nothing does. */
  Optional<Clearing.Outcome> wrong(Opened answer, Decision decision) {
    if (decision.english().isEmpty()) {
      return Optional.empty();
    }
    if (new Work(Map.of(), decision.english()).bytes().length > Work.ENGLISH_MAX) {
      var longest = Collections.max(decision.english().entrySet(), BY_LENGTH).getKey();
      return Optional.of(new Clearing.Outcome.TooLong(longest));
    }
    var names = invitations.names(answer.link());
    for (var entry : decision.english().entrySet()) {
      var question = entry.getKey();
      var text = entry.getValue();
      if (!answer.rawWords().containsKey(question) || !wanted(answer.language())) {
        return Optional.of(new Clearing.Outcome.NotThere(question, text));
      }
      var spans = new ArrayList<Span>(redactor.find(text, "en", names));
      for (var taken : decision.take().getOrDefault(question, List.of())) {
        spans.addAll(Redactor.every(text, taken, Tag.DETAIL));
      }
      if (!spans.isEmpty()) {
        return Optional.of(
            new Clearing.Outcome.TakenOut(question, Redactor.apply(text, List.copyOf(spans))));
      }
    }
    return Optional.empty();
  }
}
