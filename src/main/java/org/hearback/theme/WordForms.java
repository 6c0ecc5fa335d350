package org.hearback.theme;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.hearback.anonymity.Tag;

/**
 * The words of comments of one language: by the root that the index knows them by, each in the
 * forms in which it was written. What the redactor put in is no word of anybody. For one thread: it
 * remembers the root of each form, as some thousand forms make up all comments.
 */
final class WordForms {
  private static final Analyzer WRITTEN =
      new Endings.Words(UnaryOperator.identity(), UnaryOperator.identity());

  private static final Pattern TAGS =
      Pattern.compile(
          Arrays.stream(Tag.values())
              .map(tag -> Pattern.quote(tag.shown()))
              // All begin so: the others are not tried at every letter.
              .collect(Collectors.joining("|", "(?=\\[)(?:", ")")));

  // They tie other words together. Not these two, which turn a sentence round.
  private static final Set<String> TURNING = Set.of("no", "not");

  private static final String NONE = "";

  private final Endings language;
  private final Map<String, String> roots = new HashMap<>();

  WordForms(Endings language) {
    this.language = language;
  }

  /** The forms by their root. */
  Map<String, Set<String>> of(String comment) {
    var words = TAGS.matcher(comment).replaceAll(" ");
    var forms = new HashMap<String, Set<String>>();
    for (var form : Analysis.words(WRITTEN, Analysis.FOLDED, words)) {
      var root = roots.computeIfAbsent(form, this::root);
      if (!root.equals(NONE)) {
        forms.computeIfAbsent(root, _ -> new HashSet<>()).add(form);
      }
    }
    return forms;
  }

  /** The first reading; others would be the same word again. */
  private String root(String form) {
    if (!counts(form)) {
      return NONE;
    }
    var readings = Analysis.words(Analysis.ANALYZER, language.field(), form);
    return readings.isEmpty() ? NONE : readings.getFirst();
  }

  private boolean counts(String form) {
    if (form.codePoints().filter(Character::isLetter).limit(2).count() < 2) {
      return false; // a number, or a letter
    }
    var lower = form.toLowerCase(Locale.ROOT);
    return language != Endings.ENGLISH
        || TURNING.contains(lower)
        || !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(lower);
  }
}
