package org.hearback.response;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;
import org.hearback.form.Answer;
import org.hearback.form.CoreItems;
import org.hearback.form.Question;
import org.hearback.form.Scribe;
import org.hearback.safeguarding.Cleared;

/**
 * Takes in a batch: one transaction of {@code delinker} inserts the responses and moves the
 * counters with them. Done twice it does nothing the second time, as the ids are made from the
 * envelopes.
 */
@Singleton
class FeedbackStore {
  private final DelinkRows rows;

  FeedbackStore(DelinkRows rows) {
    this.rows = rows;
  }

  /** One response on its way in. */
  record Arrival(Cleared answer, Label label) {}

  /**
   * @param arrivals in an order that was shuffled: the log and the pages keep the order of
   *     insertion
   */
  @Transactional("delinker")
  void take(List<Arrival> arrivals) {
    rows.nextChange();
    long change = rows.change();
    for (var arrival : arrivals) {
      if (add(arrival.answer(), arrival.label())) {
        arrival.answer().words().forEach((key, words) -> add(arrival, key, words, change));
      }
    }
  }

  private boolean add(Cleared answer, Label label) {
    // The form tells the milestone and often the age, so it goes when the label has none.
    boolean named = !label.milestone().isEmpty();
    var form = answer.form();
    int added =
        rows.addResponse(
            answer.responseId(),
            named ? form.name() : "",
            named ? form.version() : 0,
            label.area(),
            label.audience().name(),
            label.ageBand(),
            label.milestone(),
            label.period(),
            label.language());
    if (added == 0) {
      return false;
    }
    if (named) {
      answer.answers().byQuestion().forEach((key, said) -> addTicks(answer, key, said));
      if (answer.answers().scribe() != Scribe.NOBODY) {
        rows.addTick(answer.responseId(), Scribe.QUESTION, answer.answers().scribe().key());
      }
    }
    CoreItems.of(form, answer.answers())
        .forEach((item, standing) ->
            rows.addItem(
                answer.responseId(),
                item.name(),
                standing.name().toLowerCase(java.util.Locale.ROOT)));
    if (!label.milestone().equals(Label.BY_OPEN_LINK)) { // how many of those asked have answered
      rows.count(label.area(), label.audience().name(), quarter(label.period()));
    }
    return true;
  }

  private void addTicks(Cleared answer, String question, Answer said) {
    var asked = answer.form().question(question);
    if (asked.filter(Question.Refer.class::isInstance).isPresent()) {
      return; // it sent somebody to the telephone, and says nothing about the service
    }
    if (said instanceof Answer.Ticks(var options)) {
      options.forEach(option -> rows.addTick(answer.responseId(), question, option));
    }
  }

  private void add(Arrival arrival, String question, RedactedText words, long change) {
    var comment = UUID.randomUUID();
    var label = arrival.label();
    rows.addComment(
        comment,
        arrival.answer().responseId(),
        label.milestone().isEmpty() ? "" : question,
        label.language().equals(arrival.answer().language()) ? label.language() : "und",
        arrival.answer().mayKeepItsWords(label.language()) ? words.value() : "",
        Optional.ofNullable(arrival.answer().english().get(question))
            .map(RedactedText::value)
            .orElse(""));
    rows.addChange(change, comment);
  }

  /** The quarter of a month, or the year where the label knows no more. */
  private static String quarter(String period) {
    if (!period.matches("\\d{4}-\\d{2}")) {
      return period;
    }
    int month = Integer.parseInt(period.substring(5));
    return period.substring(0, 4) + "-Q" + (month + 2) / 3;
  }
}
