package org.hearback.tryout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hearback.form.CoreItem;
import org.hearback.form.Form;
import org.hearback.form.Option;
import org.hearback.form.Question;
import org.hearback.form.Standing;

/**
 * What the sample council's people answer. Three stories are in it: in the north reports come late;
 * at the harbour interpreters do not come; in the south nobody rang back, until something was done
 * about it half-way. Seeded; not safe for two threads.
 */
final class SampleAnswers {
  private static final double USUALLY_GOOD = 0.64;
  private static final double MIDDLING = 0.15;
  private static final double SKIPPED = 0.08;
  private static final double WITH_WORDS = 0.72;
  private static final double SECOND_SENTENCE = 0.3;
  private static final double STORY = 0.6;

  private final Random random = new Random(81);
  private final Sentences sentences;
  private final LocalDate turn;

  /**
   * @param turn the day on which something was done about calls that nobody returned
   */
  SampleAnswers(Sentences sentences, LocalDate turn) {
    this.sentences = sentences;
    this.turn = turn;
  }

  /** The fields of a posted form. */
  Map<String, List<String>> to(Form form, String team, String language, LocalDate day) {
    var fields = new LinkedHashMap<String, List<String>>();
    var story = story(team, language, day);
    boolean well = random.nextDouble() < USUALLY_GOOD - story.weight();
    for (var question : form.questions()) {
      switch (question) {
        case Question.PickOne one -> {
          if (random.nextDouble() >= SKIPPED) {
            fields.put(one.key(), List.of(pick(one, standing(one, well, story)).key()));
          }
        }
        // Nobody in the sample is left with a worry that they have not passed on.
        case Question.Refer _ -> {}
        case Question.PickMany many -> fields.put(many.key(), many(many, well, story));
        case Question.OpenText text -> {
          if (random.nextDouble() < WITH_WORDS) {
            fields.put(text.key(), List.of(words(form, language, well, story)));
          }
        }
      }
    }
    return fields;
  }

  /**
   * What goes on in a place at a time.
   *
   * @param topic that people come back to; empty where there is none
   * @param good whether they tell good of it
   * @param weight how much worse than usual things are
   */
  private record Story(String topic, boolean good, double weight) {}

  private Story story(String team, String language, LocalDate day) {
    if (team.startsWith("FH-N") || team.equals("CP-S")) {
      return new Story("report", false, 0.25);
    }
    if (team.equals("FH-H1")) {
      boolean needsOne = !language.equals("en");
      return new Story("interpreter", false, needsOne ? 0.35 : 0);
    }
    if (team.startsWith("FH-S")) {
      return day.isBefore(turn) ? new Story("ring", false, 0.3) : new Story("ring", true, -0.1);
    }
    return new Story("", false, 0);
  }

  private Standing standing(Question question, boolean well, Story story) {
    boolean touched =
        story.weight() > 0
            && question.item().filter(item -> item == CoreItem.LISTENED).isPresent()
            && random.nextBoolean();
    double chance = random.nextDouble();
    if (chance < MIDDLING) {
      return Standing.MIDDLE;
    }
    // Whoever is content is content with most, and the other way round.
    boolean good = well ? chance < 0.93 : chance > 0.8;
    return good && !touched ? Standing.GOOD : Standing.POOR;
  }

  /** An option of that standing, mostly one that alarms nobody. */
  private Option pick(Question.PickOne question, Standing standing) {
    var fitting =
        question.options().stream().filter(option -> option.standing() == standing).toList();
    var calm = fitting.stream().filter(option -> option.danger() == Option.Danger.NONE).toList();
    if (calm.isEmpty() && random.nextInt(4) != 0) {
      calm =
          question.options().stream()
              .filter(option -> option.danger() == Option.Danger.NONE)
              .toList();
    }
    var choice = calm.isEmpty() ? fitting : calm;
    var usual = choice.isEmpty() ? question.options() : choice;
    return usual.get(random.nextInt(usual.size()));
  }

  private List<String> many(Question.PickMany question, boolean well, Story story) {
    var keys = question.options().stream().map(Option::key).toList();
    if (story.topic().equals("interpreter") && keys.contains("interpreter")) {
      return List.of("interpreter");
    }
    var good =
        question.options().stream().filter(option -> option.standing() == Standing.GOOD).toList();
    return well && !good.isEmpty()
        ? List.of(good.getFirst().key())
        : List.of(keys.get(random.nextInt(keys.size())));
  }

  private String words(Form form, String language, boolean well, Story story) {
    var said = new ArrayList<String>();
    var all = sentences.of(language, form.audience());
    char tone = well ? '+' : '-';
    var topical =
        all.stream()
            .filter(s -> s.topic().equals(story.topic()))
            .filter(s -> s.tone() == (story.good() ? '+' : '-'))
            .toList();
    if (!topical.isEmpty() && (story.good() == well || well) && random.nextDouble() < STORY) {
      said.add(any(topical));
    }
    var others =
        all.stream()
            .filter(s -> s.tone() == tone || s.tone() == '0')
            .filter(s -> !s.topic().equals(story.topic()))
            .toList();
    if (said.isEmpty() || random.nextDouble() < SECOND_SENTENCE) {
      said.add(any(others.isEmpty() ? all : others));
    }
    return String.join(" ", said);
  }

  private String any(List<Sentences.Sentence> from) {
    return Sentences.filled(from.get(random.nextInt(from.size())).words(), random);
  }
}
