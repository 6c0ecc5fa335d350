package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
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
  private static final int SUGGESTIONS = 20;
  private static final int WORDS_MOST = 5;
  private static final int LETTERS_LEAST = 4;

  // What begins with a minus, and what has a colon within.
  private static final Pattern STAYS = Pattern.compile("(?<!\\S)-\\S+|\\S+:\\S+");

  private Spelling() {}

  /**
   * Puts a word that was said in the place of each that was not. What is left out ("-late") and
   * what narrows ("area:early-help") stays as it was typed.
   *
   * @param seen all that the asker may see: a word that stands nowhere in it was not said. A word
   *     of it is spelt right, however few comments a choice leaves
   * @param within what was chosen of it: what stands nowhere there is not suggested
   * @return empty when no word is unknown, or nothing is like those that are
   */
  static Optional<Found.Correction> correct(
      IndexSearcher searcher, String typed, Query seen, Query within) throws IOException {
    var corrected = new StringBuilder();
    var unknown = new ArrayList<String>();
    int done = 0;
    int tried = 0;
    for (var word : words(typed)) {
      if (tried < WORDS_MOST && mayBeWrong(word) && !said(searcher, word.text(), seen)) {
        tried++;
        var like = like(searcher, word.text(), within);
        if (like.isPresent()) {
          corrected.append(typed, done, word.from()).append(like.get());
          unknown.add(typed.substring(word.from(), word.to()));
          done = word.to();
        }
      }
    }
    return done == 0
        ? Optional.empty()
        : Optional.of(
            new Found.Correction(
                unknown, corrected.append(typed, done, typed.length()).toString()));
  }

  /** One word that was typed, folded, and where it stands. */
  private record Word(String text, int from, int to) {}

  private static boolean mayBeWrong(Word word) {
    return word.text().length() >= LETTERS_LEAST
        && word.text().chars().allMatch(Character::isLetter);
  }

  private static List<Word> words(String typed) throws IOException {
    var all = new ArrayList<Word>();
    var left = new BitSet();
    STAYS.matcher(typed).results().forEach(part -> left.set(part.start(), part.end()));
    try (var words = Analysis.ANALYZER.tokenStream(Analysis.FOLDED, typed)) {
      var term = words.addAttribute(CharTermAttribute.class);
      var place = words.addAttribute(OffsetAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        if (!left.get(place.startOffset())) {
          all.add(new Word(term.toString(), place.startOffset(), place.endOffset()));
        }
      }
      words.end();
    }
    return all;
  }

  /** In any of its forms. */
  private static boolean said(IndexSearcher searcher, String word, Query within)
      throws IOException {
    for (var field : Analysis.FIELDS) {
      for (var form : Analysis.words(Analysis.ANALYZER, field, word)) {
        if (stands(searcher, new Term(field, form), within)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean stands(IndexSearcher searcher, Term term, Query within)
      throws IOException {
    var there =
        new BooleanQuery.Builder()
            .add(new TermQuery(term), Occur.FILTER)
            .add(within, Occur.FILTER)
            .build();
    return searcher.count(there) > 0;
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
            SuggestMode.SUGGEST_ALWAYS);
    for (var suggestion : suggestions) {
      if (stands(searcher, new Term(Analysis.FOLDED, suggestion.string), within)) {
        return Optional.of(suggestion.string);
      }
    }
    return Optional.empty();
  }
}
