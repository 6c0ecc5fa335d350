package org.hearback.theme;

import java.io.IOException;
import java.io.StringReader;
import java.util.UUID;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Comments that say something like one comment, by the words that make it what it is. */
final class Alike {
  private static final int WORDS_MOST = 25;
  // "the", "and": a word of every third comment says nothing about this one, where there are many.
  private static final int COMMON_SHARE = 3;
  private static final int COMMON_LEAST = 20;

  private Alike() {}

  /** Not the comment itself. */
  static Query to(Document comment, IndexReader reader) throws IOException {
    var like = new MoreLikeThis(reader);
    like.setAnalyzer(Analysis.ANALYZER);
    like.setMinTermFreq(1);
    like.setMinDocFreq(2); // itself and one more
    like.setMaxDocFreq(Math.max(COMMON_LEAST, reader.numDocs() / COMMON_SHARE));
    like.setStopWords(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
    like.setMaxQueryTerms(WORDS_MOST);
    like.setBoost(true);
    var words = comment.get(CommentDocument.WORDS);
    var query = new BooleanQuery.Builder();
    var endings = Script.endings(comment.get(CommentDocument.LANGUAGE), words);
    var field = endings.map(Endings::field).orElse(Analysis.FOLDED);
    query.add(like.like(field, new StringReader(words)), Occur.SHOULD);
    var english = comment.get(CommentDocument.RENDERED);
    if (english != null) {
      query.add(like.like(Endings.ENGLISH.field(), new StringReader(english)), Occur.SHOULD);
    }
    return query
        .setMinimumNumberShouldMatch(1)
        .add(others(UUID.fromString(comment.get(CommentDocument.ID))), Occur.FILTER)
        .build();
  }

  static Query others(UUID comment) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
        .add(new TermQuery(CommentDocument.key(comment)), Occur.MUST_NOT)
        .build();
  }
}
