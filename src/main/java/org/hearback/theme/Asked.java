package org.hearback.theme;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Turns what a person typed and chose into queries. Any text is a query; none is an error. */
final class Asked {
  /** Longer input is cut: it bounds the clauses of a query, and nobody types it. */
  static final int LENGTH_MAX = 400;

  private static final Map<String, Float> FIELDS =
      Map.of(Analysis.FOLDED, 1f, Analysis.ENGLISH, 1f, Analysis.ARABIC, 1f);

  // Neither "like this one" nor "near": ~ and digits behind it are ordinary signs in what people
  // write.
  private static final int OPERATORS =
      SimpleQueryParser.AND_OPERATOR
          | SimpleQueryParser.NOT_OPERATOR
          | SimpleQueryParser.OR_OPERATOR
          | SimpleQueryParser.PREFIX_OPERATOR
          | SimpleQueryParser.PHRASE_OPERATOR
          | SimpleQueryParser.PRECEDENCE_OPERATORS
          | SimpleQueryParser.ESCAPE_OPERATOR
          | SimpleQueryParser.WHITESPACE_OPERATOR;

  private Asked() {}

  /** The words alone; nothing typed asks for every comment. */
  static Query words(String typed) {
    var words = cut(typed);
    if (words.isBlank()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    var parser = new SimpleQueryParser(Analysis.ANALYZER, FIELDS, OPERATORS);
    parser.setDefaultOperator(Occur.MUST);
    var parsed = parser.parse(words);
    return parsed == null ? new MatchNoDocsQuery("only signs") : parsed;
  }

  /**
   * The words within the filter and within what the asker may see. The scope is part of the query,
   * so that no number, no page and no highlight is ever made from anything outside it.
   *
   * @param scope areas; empty for the whole council
   */
  static Query all(Query words, Filter filter, Set<String> scope) {
    var query = new BooleanQuery.Builder().add(words, Occur.MUST);
    for (var narrowed :
        List.of(
            new Term(CommentDocument.IN_AREA, filter.area()),
            new Term(CommentDocument.GROUP, filter.group()),
            new Term(CommentDocument.MILESTONE, filter.milestone()),
            new Term(CommentDocument.IN_PERIOD, filter.period()),
            new Term(CommentDocument.LANGUAGE, filter.language()))) {
      if (!narrowed.text().isEmpty()) {
        query.add(new TermQuery(narrowed), Occur.FILTER);
      }
    }
    if (!scope.isEmpty()) {
      var areas = scope.stream().map(BytesRef::new).toList();
      query.add(new TermInSetQuery(CommentDocument.IN_AREA, areas), Occur.FILTER);
    }
    return query.build();
  }

  /** Never between the two halves of one character. */
  static String cut(String typed) {
    if (typed.length() <= LENGTH_MAX) {
      return typed;
    }
    int end = Character.isHighSurrogate(typed.charAt(LENGTH_MAX - 1)) ? LENGTH_MAX - 1 : LENGTH_MAX;
    return typed.substring(0, end);
  }
}
