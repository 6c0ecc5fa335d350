package org.hearback.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.hearback.anonymity.Tag;

/**
 * The words of a comment: by the root that the index knows them by, each in the forms in which it
 * was written. What the redactor put in is no word of anybody.
 */
final class WordForms {
  private static final Pattern TAGS =
      Pattern.compile(
          Arrays.stream(Tag.values())
              .map(tag -> Pattern.quote(tag.shown()))
              .collect(Collectors.joining("|")));

  private static final Pattern WORD = Pattern.compile(".*\\p{L}.*\\p{L}.*");

  // They tie other words together. Not these two, which turn a sentence round.
  private static final Set<String> TURNING = Set.of("no", "not");

  private WordForms() {}

  static Map<String, Set<String>> of(Endings language, String text) {
    var words = TAGS.matcher(text).replaceAll(" ");
    var forms = new HashMap<String, Set<String>>();
    try (var stream = Analysis.ANALYZER.tokenStream(language.field(), words)) {
      var root = stream.addAttribute(CharTermAttribute.class);
      var place = stream.addAttribute(OffsetAttribute.class);
      var step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        var form = words.substring(place.startOffset(), place.endOffset());
        // A second reading of the same word would be the same word again.
        if (step.getPositionIncrement() > 0 && counts(language, form)) {
          forms.computeIfAbsent(root.toString(), _ -> new HashSet<>()).add(form);
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return forms;
  }

  private static boolean counts(Endings language, String form) {
    if (!WORD.matcher(form).matches()) {
      return false;
    }
    var lower = form.toLowerCase(java.util.Locale.ROOT);
    return language != Endings.ENGLISH
        || TURNING.contains(lower)
        || !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(lower);
  }
}
