package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;

/** What somebody may have meant who typed a word that nobody said. */
final class Spelling {
  private static final int SUGGESTIONS = 8;
  private static final int LETTERS_LEAST = 4;

  private Spelling() {}

  /**
   * Puts a word that was said in the place of each that was not.
   *
   * @param within what the asker may see: a word that stands nowhere in it is not suggested
   * @return empty when no word is unknown, or nothing is like those that are
   */
  static Optional<String> correct(IndexSearcher searcher, String typed, Query within)
      throws IOException {
    var corrected = new StringBuilder();
    int done = 0;
    for (var word : words(typed)) {
      if (word.text().length() >= LETTERS_LEAST && !said(searcher.getIndexReader(), word.text())) {
        var like = like(searcher, word.text(), within);
        if (like.isPresent()) {
          corrected.append(typed, done, word.from()).append(like.get());
          done = word.to();
        }
      }
    }
    return done == 0
        ? Optional.empty()
        : Optional.of(corrected.append(typed, done, typed.length()).toString());
  }

  /** One word that was typed, folded, and where it stands. */
  private record Word(String text, int from, int to) {}

  private static List<Word> words(String typed) throws IOException {
    var all = new ArrayList<Word>();
    try (var words = Analysis.ANALYZER.tokenStream(Analysis.FOLDED, typed)) {
      var term = words.addAttribute(CharTermAttribute.class);
      var place = words.addAttribute(OffsetAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        all.add(new Word(term.toString(), place.startOffset(), place.endOffset()));
      }
      words.end();
    }
    return all;
  }

  /** In any of its forms. */
  private static boolean said(IndexReader reader, String word) throws IOException {
    for (var field : Analysis.FIELDS) {
      try (var forms = Analysis.ANALYZER.tokenStream(field, word)) {
        var term = forms.addAttribute(CharTermAttribute.class);
        forms.reset();
        boolean there = false;
        while (forms.incrementToken()) {
          there |= reader.docFreq(new Term(field, term.toString())) > 0;
        }
        forms.end();
        if (there) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<String> like(IndexSearcher searcher, String word, Query within)
      throws IOException {
    var checker = new DirectSpellChecker();
    checker.setMinQueryLength(LETTERS_LEAST);
    var suggestions =
        checker.suggestSimilar(
            new Term(Analysis.FOLDED, word),
            SUGGESTIONS,
            searcher.getIndexReader(),
            SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
    for (var suggestion : suggestions) {
      var there =
          new BooleanQuery.Builder()
              .add(new TermQuery(new Term(Analysis.FOLDED, suggestion.string)), Occur.FILTER)
              .add(within, Occur.FILTER)
              .build();
      if (searcher.count(there) > 0) {
        return Optional.of(suggestion.string);
      }
    }
    return Optional.empty();
  }
}
