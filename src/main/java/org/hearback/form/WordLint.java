package org.hearback.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the English words of all forms, and of the pages around them, as their readers would:
 * {@code forms/README.md} lists the rules, decision 29 says why they are these. What {@code
 * forms/exceptions.yml} excuses is left out; an exception that excuses nothing is a finding itself.
 * Immutable, safe for any thread.
 *
 * <p>Other languages have no rules here: their words are read by a person who speaks them.
 */
final class WordLint {
  private static final String AROUND = "Pages around all forms";
  private static final String EASY = "en-";

  /** What stands for a place in a sentence while it is read here. */
  private static final Map<String, Object> FILLED =
      Map.ofEntries(
          Map.entry("council", "the council"),
          Map.entry("questions", 7),
          Map.entry("number", 2),
          Map.entry("total", 7),
          Map.entry("max", 1000),
          Map.entry("days", 28),
          Map.entry("question", "What helped?"),
          Map.entry("link", "this page"));

  private final List<WordRule> rules;
  private final List<Excuse> excuses;

  private record Excuse(String key, String rule, String language) {
    static Excuse of(JsonNode node) {
      return new Excuse(
          node.get("key").asText(),
          node.get("rule").asText(),
          node.path("language").asText(Words.SOURCE));
    }

    static Excuse of(Finding finding) {
      return new Excuse(finding.key(), finding.rule(), finding.language());
    }
  }

  WordLint(JsonNode bannedWords, JsonNode exceptions) {
    rules = rules(new BannedWords(bannedWords));
    excuses = exceptions.get("exceptions").valueStream().map(Excuse::of).toList();
  }

  static List<WordRule> rules(BannedWords bannedWords) {
    return List.of(
        new SentenceLength(),
        new LongWord(),
        bannedWords,
        new OneIdea(),
        new DoubleNegative(),
        PhraseRule.nudging(),
        PhraseRule.leading(),
        PhraseRule.asksTooMuch());
  }

  /** Errors first, each once, in the order of the forms. */
  List<Finding> findings(List<Form> forms, Words words) {
    var found = new LinkedHashSet<Finding>();
    for (var language : words.languages()) {
      if (language.equals(Words.SOURCE) || language.startsWith(EASY)) {
        found.addAll(in(language, forms, words));
      }
    }
    var excused = new HashSet<>(excuses);
    var left = new ArrayList<Finding>();
    found.forEach(finding -> {
      if (!excuses.contains(Excuse.of(finding))) {
        left.add(finding);
      }
      excused.remove(Excuse.of(finding));
    });
    excused.stream()
        .sorted(Comparator.comparing(Excuse::key))
        .map(WordLint::needless)
        .forEach(left::add);
    left.sort(Comparator.comparing(Finding::level));
    return List.copyOf(left);
  }

  private static Finding needless(Excuse excuse) {
    return new Finding(
        Finding.Level.WARNING,
        "exceptions.yml",
        excuse.language(),
        excuse.key(),
        excuse.rule(),
        excuse.key(),
        "is excused and does not break this rule",
        "Take the exception out");
  }

  private List<Finding> in(String language, List<Form> forms, Words words) {
    var own = words.sentences(Locale.forLanguageTag(language)).keySet();
    var found = new ArrayList<Finding>();
    for (var form : forms) {
      var said = questions(form, language, own, words);
      found.addAll(broken(said));
      found.addAll(
          tooHard("form." + form.name(), said.stream().filter(it -> it.part().asks()).toList()));
    }
    var around = around(language, forms, own, words);
    around.values().forEach(block -> found.addAll(broken(block)));
    around.forEach((key, block) -> found.addAll(tooHard(key, block)));
    return found;
  }

  private List<Finding> broken(List<Said> said) {
    return said.stream().flatMap(it -> rules.stream().flatMap(rule -> rule.findings(it))).toList();
  }

  private static List<Said> questions(Form form, String language, Set<String> own, Words words) {
    var readers = readers(form, language);
    var where = form.name() + "/" + form.version();
    var said = new ArrayList<Said>();
    for (var question : form.questions()) {
      var key = form.wordsOf(question.key());
      if (own.contains(key)) {
        said.add(
            Said.of(where, language, key, text(words, language, key), part(question), readers));
      }
      question.options().stream()
          .map(option -> form.wordsOf(question, option))
          .filter(own::contains)
          .map(it ->
              Said.of(where, language, it, text(words, language, it), Said.Part.OPTION, readers))
          .forEach(said::add);
    }
    return said;
  }

  private static Said.Part part(Question question) {
    return switch (question) {
      case Question.PickOne(_, _, Question.Look look, _) when look == Question.Look.AGREE ->
          Said.Part.AGREED;
      case Question.PickOne _, Question.PickMany _, Question.Refer _ -> Said.Part.TICKED;
      case Question.OpenText _ -> Said.Part.OPEN;
    };
  }

  /**
   * Blocks that are read together, each for its strictest readers, by the beginning of their keys.
   */
  private static Map<String, List<Said>> around(
      String language, List<Form> forms, Set<String> own, Words words) {
    var english = words.sentences(Locale.ENGLISH).keySet();
    var readers = new LinkedHashMap<String, Readership>();
    for (var form : forms) {
      for (var key : FormWords.before(form)) {
        readers.merge(key, readers(form, language), (a, b) -> a.stricterThan(b) ? a : b);
      }
    }
    for (var key : FormWords.shared(english)) {
      readers.put(key, language.startsWith(EASY) ? Readership.EASY_READ : Readership.EVERYBODY);
    }
    var blocks = new LinkedHashMap<String, List<Said>>();
    readers.forEach((key, who) -> {
      if (own.contains(key)) {
        var said =
            Said.of(AROUND, language, key, text(words, language, key), Said.Part.AROUND, who);
        blocks.computeIfAbsent(block(key), _ -> new ArrayList<>()).add(said);
      }
    });
    return blocks;
  }

  /** {@code before.parent.reader.lead} is read with all that is said to parents. */
  private static String block(String key) {
    var parts = key.split("\\.");
    return parts[0].equals("before") && parts.length > 2 ? parts[0] + "." + parts[1] : parts[0];
  }

  private static Readership readers(Form form, String language) {
    var readers = Readership.of(form);
    return language.startsWith(EASY) && Readership.EASY_READ.stricterThan(readers)
        ? Readership.EASY_READ
        : readers;
  }

  private static List<Finding> tooHard(String key, List<Said> block) {
    if (block.isEmpty()) {
      return List.of();
    }
    var age = ReadingAge.of(block.stream().flatMap(it -> it.sentences().stream()).toList());
    var first = block.getFirst();
    var readers = block.stream().map(Said::readers).min(Comparator.naturalOrder()).orElseThrow();
    if (age.isEmpty() || age.getAsDouble() <= readers.ageMax()) {
      return List.of();
    }
    return List.of(
        new Finding(
            Finding.Level.ERROR,
            first.where(),
            first.language(),
            key,
            ReadingAge.NAME,
            key,
            "has a reading age of %.1f; %s get at most %d"
                .formatted(age.getAsDouble(), readers.who(), readers.ageMax()),
            "Take shorter sentences, and words of one or two syllables"));
  }

  private static String text(Words words, String language, String key) {
    var sentence = words.sentences(Locale.forLanguageTag(language)).getOrDefault(key, "");
    return sentence.indexOf('{') < 0 ? sentence : words.text(language, key, FILLED);
  }
}
