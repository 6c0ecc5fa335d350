package org.hearback.theme;

import java.io.StringReader;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;

/**
 * Cuts texts into words as {@link Analysis#ANALYZER} does, but each only once for both of its
 * fields, and each word once as long as it is remembered: what a language does with a word depends
 * on the word alone. For one thread.
 */
final class Cutter {
  // Some two megabytes a language.
  private static final int KNOWN_MOST = 10_000;

  private final Cut.Reading reading = new Cut.Reading();
  private final ICUTokenizer plain = new ICUTokenizer();
  private final Chain folded = new Chain(Endings::folded);
  private final Map<Endings, Chain> own = new EnumMap<>(Endings.class);

  /**
   * A text as its fields hold it.
   *
   * @param own in the field of its language
   */
  record Text(String text, Cut folded, Optional<Own> own) {
    /** The cut of the folded field, or else that of the language's. */
    Cut in(String field) {
      return field.equals(Analysis.FOLDED) ? folded : own.orElseThrow().cut();
    }
  }

  /** As the field of a language holds it. */
  record Own(Endings endings, Cut cut) {}

  Text cut(String text, Optional<Endings> endings) {
    plain.setReader(new StringReader(text));
    var words = reading.of(plain);
    return new Text(
        text, through(folded, words), endings.map(it -> new Own(it, through(chain(it), words))));
  }

  private Chain chain(Endings endings) {
    return own.computeIfAbsent(endings, it -> new Chain(it.whole()));
  }

  private Cut through(Chain chain, Cut words) {
    for (int word = 0; word < words.many(); word++) {
      var forms = chain.known.get(words.letters(), words.begin(word), words.length(word));
      reading.add(words, word, forms == null ? learn(chain, words.only(word)) : forms);
    }
    return reading.end(words);
  }

  private static Cut learn(Chain chain, Cut word) {
    if (chain.known.size() >= KNOWN_MOST) {
      chain.known.clear();
    }
    chain.first.of(word);
    var forms = new Cut.Reading().of(chain.last);
    chain.known.put(word.letters(), forms);
    return forms;
  }

  /** Remembers no word any more, whoever said it. */
  void forget() {
    folded.known.clear();
    own.clear();
  }

  CutComment cut(Comment comment) {
    var words = comment.words().value();
    return new CutComment(
        comment,
        cut(words, Script.endings(comment.language(), words)),
        comment.english().map(it -> cut(it.value(), Optional.of(Endings.ENGLISH))));
  }

  /** What is done with each word of one field, whatever stands beside it. */
  private static final class Chain {
    private final Cut.Again first = new Cut.Again();
    private final TokenStream last;
    // Few words make most of what is said. By the word as it is written.
    private final CharArrayMap<Cut> known = new CharArrayMap<>(KNOWN_MOST / 4, false);

    Chain(UnaryOperator<TokenStream> whole) {
      last = whole.apply(first);
    }
  }
}
