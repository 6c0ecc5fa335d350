package org.hearback.theme;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;

/** Goes through all terms of a field, where they stand in some documents. */
final class Postings {
  private Postings() {}

  /** What is done at each. */
  interface Each {
    void at(String term, int document);
  }

  /** The documents that a query finds. */
  static FixedBitSet found(IndexSearcher searcher, Query query) throws IOException {
    var found = new FixedBitSet(Math.max(1, searcher.getIndexReader().maxDoc()));
    AllHits.of(searcher, query).forEach(found::set);
    return found;
  }

  static void each(IndexReader reader, String field, FixedBitSet within, Each each)
      throws IOException {
    var terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return;
    }
    var all = terms.iterator();
    for (var term = all.next(); term != null; term = all.next()) {
      var value = term.utf8ToString();
      var documents = all.postings(null, PostingsEnum.NONE);
      for (int document = documents.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = documents.nextDoc()) {
        if (within.get(document)) {
          each.at(value, document);
        }
      }
    }
  }
}
