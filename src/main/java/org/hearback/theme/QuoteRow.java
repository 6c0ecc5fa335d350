package org.hearback.theme;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Locale;
import java.util.UUID;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;
import org.hearback.journey.Audience;

/**
 * A quote joined with its comment and the label; {@code language} is the comment's, whose words are
 * empty where they are not needed.
 */
@MappedEntity(value = "quote", schema = "feedback")
record QuoteRow(
    @Id UUID id,
    UUID quoted,
    UUID response,
    String wording,
    String manner,
    String verdict,
    String objection,
    String pickedBy,
    String checkedBy,
    String form,
    String question,
    String language,
    String words,
    String english,
    String area,
    String audience,
    String ageBand,
    String milestone,
    String period,
    String spoken) {

  Quote quote() {
    return new Quote(
        id,
        quoted,
        RedactedText.stored(wording),
        Quote.Kind.valueOf(manner.toUpperCase(Locale.ROOT)),
        state(),
        pickedBy,
        label());
  }

  private Quote.Verdict state() {
    return switch (verdict) {
      case "checked" -> new Quote.Verdict.Checked(checkedBy);
      case "refused" ->
          new Quote.Verdict.Refused(
              checkedBy, Quote.Objection.valueOf(objection.toUpperCase(Locale.ROOT)));
      default -> new Quote.Verdict.Waiting();
    };
  }

  boolean isWaiting() {
    return verdict.equals("waiting");
  }

  /** Whether what is printed is what they wrote, in the language in which they did. */
  boolean isInTheirWords() {
    return manner.equals("words");
  }

  Label label() {
    return new Label(area, Audience.valueOf(audience), ageBand, milestone, period, spoken);
  }

  /** Records print all they hold; this one must not. */
  @Override
  public String toString() {
    return "QuoteRow[" + id + "]";
  }
}
