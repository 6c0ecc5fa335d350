package org.hearback.theme;

import java.io.IOException;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Where in a document the words of a query stand, as the index keeps it. For one searcher. */
record Places(IndexSearcher searcher, Weight words) {
  /** What is done at each; the places are those of the text that the field was made of. */
  interface Each {
    void at(String field, int from, int to);
  }

  static Places of(Query query, IndexSearcher searcher) throws IOException {
    return new Places(
        searcher, searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1));
  }

  /** Of a phrase as a whole, with what stands between its words. */
  void eachWhole(int document, Each each) throws IOException {
    each(document, false, each);
  }

  /** Of a phrase each of its words. */
  void eachWord(int document, Each each) throws IOException {
    each(document, true, each);
  }

  private void each(int document, boolean wordByWord, Each each) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    var found = words.matches(leaf, document - leaf.docBase);
    if (found == null) {
      return;
    }
    for (var field : found) {
      each(field, found.getMatches(field), wordByWord, each);
    }
  }

  private static void each(
      String field, @Nullable MatchesIterator hits, boolean wordByWord, Each each)
      throws IOException {
    while (hits != null && hits.next()) {
      var parts = wordByWord ? hits.getSubMatches() : null;
      if (parts == null) {
        each.at(field, hits.startOffset(), hits.endOffset());
      } else {
        each(field, parts, true, each);
      }
    }
  }
}
