package org.hearback.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How words are cut and made alike, in the index and in a query. Every comment goes into the folded
 * field, and into one more that knows the {@link Endings} of its language. No word is left out:
 * "not" and "no one" are what people search for.
 */
final class Analysis {
  /** Folded only: case, accents, vowel marks. */
  static final String FOLDED = "folded";

  /** All fields that hold words. */
  static final List<String> FIELDS =
      Stream.concat(Stream.of(FOLDED), Endings.ALL.stream().map(Endings::field)).toList();

  static final Analyzer ANALYZER =
      new PerFieldAnalyzerWrapper(
          new Endings.Words(Endings::folded, Endings::folded),
          Endings.ALL.stream().collect(Collectors.toMap(Endings::field, Endings::analyzer)));

  private Analysis() {}

  /** What is done with each word. */
  interface Word {
    /**
     * @param from where it stands in the text
     * @param to behind its last sign
     */
    void at(String word, int from, int to);
  }

  /** The words of a text as a field of an analyser holds them, in their order, all readings. */
  static List<String> words(Analyzer analyzer, String field, String text) {
    var all = new ArrayList<String>();
    each(analyzer, field, text, (word, _, _) -> all.add(word));
    return all;
  }

  static void each(Analyzer analyzer, String field, String text, Word each) {
    try (var words = analyzer.tokenStream(field, text)) {
      var word = words.addAttribute(CharTermAttribute.class);
      var place = words.addAttribute(OffsetAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        each.at(word.toString(), place.startOffset(), place.endOffset());
      }
      words.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory
    }
  }
}
