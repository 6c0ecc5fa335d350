package org.hearback.anonymity;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearback.form.Answer;
import org.hearback.form.Answers;
import org.hearback.form.Form;

/**
 * Says at Send how soon a person must read an answer: first by the danger options that were ticked,
 * then by a list of phrases for each language, then by what the words weigh, which makes an amber
 * one at most and takes nothing back. It orders the queue and clears nothing; every free text is
 * read by a person whatever it says here. Stateless, for any thread; it throws for no answers.
 */
public final class Screen {
  private static final Map<String, Phrases> LISTS =
      Stream.of("en", "ar", "cy", "pl", "ro", "so", "uk", "ur")
          .collect(Collectors.toUnmodifiableMap(Function.identity(), Phrases::read));

  private static final Weights WEIGHTS = Weights.read();

  private Screen() {}

  /**
   * The most urgent of all that was ticked and written.
   *
   * @param language of the form; English and what has letters of its own is looked for all the
   *     same, as people mix languages
   */
  public static Level level(Form form, Answers answers, String language) {
    return answers.byQuestion().entrySet().stream()
        .map(entry ->
            switch (entry.getValue()) {
              case Answer.Ticks ticks -> ticked(form, entry.getKey(), ticks);
              case Answer.Words words -> level(words.raw(), language);
            })
        .max(Comparator.naturalOrder())
        .orElse(Level.NONE);
  }

  /** Of words alone, wherever they were written. */
  public static Level level(String raw, String language) {
    var words = Phrases.words(raw);
    var lists = lists(language);
    var weight = WEIGHTS.of(serious(words, lists), language);
    return lists.stream()
        .map(list -> list.level(words, weight))
        .max(Comparator.naturalOrder())
        .orElse(Level.NONE);
  }

  /** The words of a text as they are weighed: without figures of speech. */
  static List<Set<String>> serious(String raw, String language) {
    return serious(Phrases.words(raw), lists(language));
  }

  private static List<Set<String>> serious(List<Set<String>> words, List<Phrases> lists) {
    var serious = words;
    for (var list : lists) {
      serious = list.withoutIdle(serious);
    }
    return serious;
  }

  // English, which people mix in, and what has letters of its own; a word of Arabic and of Urdu
  // may be written alike and be harmless in one of them
  private static List<Phrases> lists(String language) {
    return Stream.of("en", "uk", language.equals("ur") ? "ur" : "ar", language)
        .distinct()
        .flatMap(it -> Optional.ofNullable(LISTS.get(it)).stream())
        .toList();
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
