package org.hearback.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearback.journey.Audience;

/**
 * One published version of a form: structure only, no words. Immutable, safe for any thread.
 *
 * @param name folder under {@code forms/}, for example {@code assessment-parent}
 * @param version file in that folder
 * @param use how it is meant to be answered
 * @param questions in the order in which they are asked, 4 to 8
 * @param conditions by question key; a question without one is always shown
 * @param like the form that this one is a variant of, as {@code name/version}
 */
public record Form(
    String name,
    int version,
    Audience audience,
    Use use,
    List<Question> questions,
    Map<String, Condition> conditions,
    Optional<String> like) {

  /** How a form reaches the person who answers. */
  public enum Use {
    /** Somebody was asked and answers by themselves. */
    OWN,
    /** A child answers, and an adult whom they trust reads out and writes down. */
    SCRIBED,
    /** For open links, on posters and tablets; nobody was asked. */
    OPEN
  }

  public Form {
    questions = List.copyOf(questions);
    conditions = Map.copyOf(conditions);
  }

  public Form(String name, int version, Audience audience, Use use, List<Question> questions) {
    this(name, version, audience, use, questions, Map.of(), Optional.empty());
  }

  /** Whether it is for open links, and not for invitations. */
  public boolean open() {
    return use == Use.OPEN;
  }

  /** Whose words stand before the first question; part of their i18n keys. */
  public String voice() {
    var asked = audience.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return use == Use.SCRIBED ? asked + "-scribed" : asked;
  }

  /** The i18n key of a question's sentence. */
  public String wordsOf(String question) {
    return "form." + name + "." + question;
  }

  /** The i18n key of an option's words; scales share theirs. */
  public String wordsOf(Question question, Option option) {
    var shared =
        switch (question) {
          case Question.PickOne(_, _, Question.Look look, _) -> look.sharedWords();
          case Question.Refer _ -> Question.Look.YES_BIT_NO.sharedWords();
          case Question.PickMany _, Question.OpenText _ -> Optional.<String>empty();
        };
    return shared.orElse(wordsOf(question.key()) + ".") + option.key();
  }

  /** Every i18n key that its page needs and that other pages may not. */
  public Set<String> sentences() {
    var keys = new LinkedHashSet<String>();
    Before.keys(this).forEach(key -> keys.addAll(List.of(key + ".lead", key)));
    for (var question : questions) {
      keys.add(wordsOf(question.key()));
      question.options().forEach(option -> keys.add(wordsOf(question, option)));
    }
    return keys;
  }

  /** The question under a key. */
  public Optional<Question> question(String key) {
    return questions.stream().filter(question -> question.key().equals(key)).findFirst();
  }

  /** When a question is shown; empty for one that always is. */
  public Optional<Condition> condition(Question question) {
    return Optional.ofNullable(conditions.get(question.key()));
  }

  /** Name and version as one word, for example {@code assessment-parent/1}. */
  public String id() {
    return name + "/" + version;
  }
}
