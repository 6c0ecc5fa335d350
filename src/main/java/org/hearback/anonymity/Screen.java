package org.hearback.anonymity;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hearback.form.Answer;
import org.hearback.form.Answers;
import org.hearback.form.Form;
import org.hearback.form.Option;
import org.hearback.form.Question;

/**
 * Says at Send how soon a person must read an answer: first by the danger options that were ticked,
 * then by a list of phrases for each language. It orders the queue and clears nothing; every free
 * text is read by a person whatever it says here. Stateless, for any thread; it throws for no
 * answers.
 */
public final class Screen {
  private static final List<Phrases> LISTS = List.of(Phrases.read("en"), Phrases.read("ar"));

  private Screen() {}

  /**
   * The most urgent of all that was ticked and written.
   *
   * @param language of the form; words are looked up in every list all the same, as people mix
   *     languages, and a list takes nothing from a script that is not its own
   */
  public static Level level(Form form, Answers answers, String language) {
    return answers.byQuestion().entrySet().stream()
        .map(entry ->
            switch (entry.getValue()) {
              case Answer.Ticks ticks -> ticked(form, entry.getKey(), ticks);
              case Answer.Words words -> written(words.raw());
            })
        .max(Comparator.naturalOrder())
        .orElse(Level.NONE);
  }

  static Level written(String raw) {
    var words = Phrases.words(raw);
    return LISTS.stream()
        .map(list -> list.level(words))
        .max(Comparator.naturalOrder())
        .orElse(Level.NONE);
  }

  private static Level ticked(Form form, String question, Answer.Ticks ticks) {
    return form.question(question).stream()
        .flatMap(Screen::options)
        .filter(option -> ticks.options().contains(option.key()))
        .map(option -> Level.valueOf(option.danger().name()))
        .max(Comparator.naturalOrder())
        .orElse(Level.NONE);
  }

  private static Stream<Option> options(Question question) {
    return switch (question) {
      case Question.PickOne one -> one.options().stream();
      case Question.PickMany many -> many.options().stream();
      case Question.Refer refer -> refer.options().stream();
      case Question.OpenText _ -> Stream.empty();
    };
  }
}
