package org.hearback.response;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;
import org.hearback.form.Answer;
import org.hearback.form.CoreItem;
import org.hearback.form.CoreItems;
import org.hearback.form.Forms;
import org.hearback.form.Question;
import org.hearback.form.Scribe;
import org.hearback.journey.Audience;
import org.hearback.safeguarding.Cleared;

/**
 * Takes in a batch: one transaction of {@code delinker} inserts the responses and moves the
 * counters with them. Done twice it does nothing the second time, as the ids are made from the
 * envelopes.
 */
@Singleton
class FeedbackStore {
  private final DelinkRows rows;
  private final Map<Audience, Set<CoreItem>> shared = new EnumMap<>(Audience.class);

  FeedbackStore(DelinkRows rows, Forms forms) {
    this.rows = rows;
    for (var audience : Audience.values()) {
      var asked =
          forms.all().stream().filter(form -> form.audience() == audience && !form.open()).toList();
      shared.put(audience, CoreItems.shared(asked));
    }
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
        words(arrival).forEach((question, words) -> add(arrival, question, words, change));
      }
    }
  }

  private boolean add(Cleared answer, Label label) {
    boolean named = label.keepsForm();
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
        .forEach((item, standing) -> {
          if (named || shared.get(form.audience()).contains(item)) {
            rows.addItem(
                answer.responseId(),
                item.name(),
                standing.name().toLowerCase(java.util.Locale.ROOT));
          }
        });
    if (!Label.OUTSIDE_FIGURES.contains(label.milestone())) { // how many of those asked answered
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

  /**
   * What is kept of free text.
   *
   * @param english what it says in English, to be shown as translated; empty where nobody wrote it,
   *     and where it stands for the words themselves
   */
  private record Words(String words, String english) {
    static Words joined(List<Words> all) {
      return new Words(
          all.stream().map(Words::words).collect(Collectors.joining("\n")),
          all.stream().map(Words::english).collect(Collectors.joining("\n")).strip());
    }
  }

  /** By question, or all in one without a question. */
  private static Map<String, Words> words(Arrival arrival) {
    var asked = arrival.answer().form().questions().stream().map(Question::key).toList();
    var kept = new LinkedHashMap<String, Words>();
    arrival.answer().words().entrySet().stream()
        .sorted(Comparator.comparingInt(said -> asked.indexOf(said.getKey())))
        .forEach(said -> kept.put(said.getKey(), kept(arrival, said.getKey(), said.getValue())));
    return kept.isEmpty() || arrival.label().keepsForm()
        ? kept
        : Map.of("", Words.joined(List.copyOf(kept.values())));
  }

  /**
   * Where words would show the language that a label has lost, what they say in English takes their
   * place, unmarked: that it is there would show it just as well. Where the label keeps another
   * language than theirs, only the English stands, and is known as that.
   */
  private static Words kept(Arrival arrival, String question, RedactedText words) {
    var english =
        Optional.ofNullable(arrival.answer().english().get(question))
            .map(RedactedText::value)
            .orElse("");
    var language = arrival.label().language();
    if (arrival.answer().mayKeepItsWords(language)) {
      return new Words(words.value(), english);
    }
    return language.isEmpty() ? new Words(english, "") : new Words("", english);
  }

  private void add(Arrival arrival, String question, Words words, long change) {
    var comment = UUID.randomUUID();
    var answer = arrival.answer();
    rows.addComment(
        comment,
        answer.responseId(),
        question,
        answer.isIn(arrival.label().language()) ? answer.language() : "und",
        words.words(),
        words.english());
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
