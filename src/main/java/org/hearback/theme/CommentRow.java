package org.hearback.theme;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Optional;
import java.util.UUID;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;
import org.hearback.journey.Audience;

/**
 * A comment joined with its response; {@code language} is the comment's, {@code spoken} the
 * label's.
 */
@MappedEntity(value = "comment", schema = "feedback")
record CommentRow(
    @Id UUID id,
    UUID response,
    String form,
    int formVersion,
    String question,
    String language,
    String words,
    String english,
    String display,
    String area,
    String audience,
    String ageBand,
    String milestone,
    String period,
    String spoken) {

  Comment comment() {
    var label = new Label(area, Audience.valueOf(audience), ageBand, milestone, period, spoken);
    return new Comment(
        id,
        response,
        form,
        formVersion,
        question,
        language,
        RedactedText.stored(words),
        english.isEmpty() ? Optional.empty() : Optional.of(RedactedText.stored(english)),
        label);
  }

  boolean isShown() {
    return display.equals("shown");
  }

  /** Records print all they hold; this one must not. */
  @Override
  public String toString() {
    return "CommentRow[" + id + "]";
  }
}
