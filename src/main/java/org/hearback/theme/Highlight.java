package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Cuts a comment into pieces that the words of a query hit and pieces that they did not, by the
 * places that the index keeps. A comment that was found by its meaning may hold some of the words.
 * No text is made into markup here: the template escapes each piece. For one page.
 */
final class Highlight {
  private final Places words;
  private final Map<String, List<String>> beginnings;

  private Highlight(Places words, Map<String, List<String>> beginnings) {
    this.words = words;
    this.beginnings = beginnings;
  }

  static Highlight of(Query query, IndexSearcher searcher) throws IOException {
    var parts = new ArrayList<Query>();
    parts(query, parts);
    var any = new BooleanQuery.Builder();
    parts.stream()
        .filter(part -> !(part instanceof PrefixQuery))
        .forEach(part -> any.add(part, Occur.SHOULD));
    // Looked for in the comment: the index would go through all words that begin so.
    var beginnings =
        parts.stream()
            .filter(PrefixQuery.class::isInstance)
            .map(part -> ((PrefixQuery) part).getPrefix())
            .collect(
                Collectors.groupingBy(
                    term -> term.field(),
                    Collectors.mapping(term -> term.text(), Collectors.toList())));
    return new Highlight(Places.of(any.build(), searcher), beginnings);
  }

  /** What is looked for in words, without what is left out and what only narrows. */
  private static void parts(Query query, List<Query> parts) {
    switch (query) {
      case BooleanQuery all ->
          all.clauses().stream()
              .filter(clause -> !clause.isProhibited())
              .forEach(clause -> parts(clause.query(), parts));
      case BoostQuery boosted -> parts(boosted.getQuery(), parts);
      case ConstantScoreQuery _ -> {} // narrows
      case TermQuery word when !Analysis.FIELDS.contains(word.getTerm().field()) -> {}
      default -> parts.add(query);
    }
  }

  /**
   * @param english empty where nobody wrote any
   */
  record Marked(List<Found.Piece> words, List<Found.Piece> english) {}

  /**
   * @param number of the document in the searcher
   */
  Marked of(int number, Document document) throws IOException {
    var said = document.get(CommentDocument.WORDS);
    var english = Optional.ofNullable(document.get(CommentDocument.RENDERED)).orElse("");
    var endings = Script.endings(document.get(CommentDocument.LANGUAGE), said);
    var inWords = new BitSet(said.length());
    var inEnglish = new BitSet(english.length());
    words.eachWord(
        number,
        (field, from, to) -> {
          // In a field that holds both, the second counts on behind the first, and one further.
          int before = holdsWords(field, endings) ? said.length() + 1 : 0;
          if (from < before) {
            inWords.set(from, Math.min(to, said.length()));
          } else {
            inEnglish.set(from - before, Math.min(to - before, english.length()));
          }
        });
    for (var field : beginnings.keySet()) {
      if (holdsWords(field, endings)) {
        beginnings(field, said, inWords);
      }
      if (field.equals(Analysis.FOLDED) || field.equals(Endings.ENGLISH.field())) {
        beginnings(field, english, inEnglish);
      }
    }
    return new Marked(cut(said, inWords), cut(english, inEnglish));
  }

  private static boolean holdsWords(String field, Optional<Endings> endings) {
    return field.equals(Analysis.FOLDED) || endings.map(Endings::field).equals(Optional.of(field));
  }

  private void beginnings(String field, String text, BitSet marked) {
    var wanted = beginnings.getOrDefault(field, List.of());
    if (!wanted.isEmpty()) {
      Analysis.each(
          Analysis.ANALYZER,
          field,
          text,
          (word, from, to) -> {
            if (wanted.stream().anyMatch(word::startsWith)) {
              marked.set(from, to);
            }
          });
    }
  }

  private static List<Found.Piece> cut(String words, BitSet marked) {
    var pieces = new ArrayList<Found.Piece>();
    for (int from = 0; from < words.length(); ) {
      boolean mark = marked.get(from);
      int change = mark ? marked.nextClearBit(from) : marked.nextSetBit(from);
      int to = change < 0 ? words.length() : Math.min(change, words.length());
      pieces.add(new Found.Piece(words.substring(from, to), mark));
      from = to;
    }
    return pieces;
  }
}
