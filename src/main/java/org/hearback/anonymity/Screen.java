package org.hearback.anonymity;

import java.util.Comparator;
import java.util.List;
import org.hearback.form.Answer;
import org.hearback.form.Answers;
import org.hearback.form.Form;

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
        .flatMap(asked -> asked.options().stream())
        .filter(option -> ticks.options().contains(option.key()))
        .map(option -> Level.valueOf(option.danger().name()))
        .max(Comparator.naturalOrder())
        .orElse(Level.NONE);
  }
}
