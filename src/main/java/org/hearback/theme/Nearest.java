package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Comments of one commit whose English means something like a text, the nearest first. Not all that
 * could be: what is far from it is left out, however few there are.
 *
 * @param documents their numbers in the searcher that they were found with
 * @param ids the same, as they stand in the index
 */
record Nearest(List<Integer> documents, List<BytesRef> ids) {
  /** None: nothing reads meanings, or what was typed is not to be taken by its meaning. */
  static final Nearest NONE = new Nearest(List.of(), List.of());

  /** Further down nobody looks for what only sounds like it. */
  static final int MOST = 100;

  /** Cosine: below it two texts have little to do with each other. */
  static final float LEAST = 0.35f;

  /**
   * What means something like what was typed; none where that is not to be taken by its meaning.
   *
   * @param within what may be found of it
   */
  static Nearest to(
      String typed, Keys keys, Meaning meaning, IndexSearcher searcher, UnaryOperator<Query> within)
      throws IOException {
    var plain = Asked.plain(typed, keys);
    var direction = plain.flatMap(said -> meaning.of(said.words()));
    return direction.isEmpty()
        ? NONE
        : to(direction.get(), searcher, within.apply(plain.orElseThrow().narrowed()));
  }

  /**
   * @param within what may be found; nothing is read of anything outside it
   */
  static Nearest to(float[] direction, IndexSearcher searcher, Query within) throws IOException {
    var query = new KnnFloatVectorQuery(CommentDocument.MEANING, direction, MOST, within);
    var documents = new ArrayList<Integer>();
    var ids = new ArrayList<BytesRef>();
    var leaves = searcher.getIndexReader().leaves();
    for (var hit : searcher.search(query, MOST).scoreDocs) {
      if (hit.score < score(LEAST)) {
        break;
      }
      var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
      var id = DocValues.getBinary(leaf.reader(), CommentDocument.ID);
      if (id.advanceExact(hit.doc - leaf.docBase)) {
        documents.add(hit.doc);
        ids.add(BytesRef.deepCopyOf(id.binaryValue()));
      }
    }
    return new Nearest(documents, ids);
  }

  /** As Lucene scores {@link VectorSimilarityFunction#DOT_PRODUCT}. */
  private static float score(float cosine) {
    return (1 + cosine) / 2;
  }

  boolean isEmpty() {
    return documents.isEmpty();
  }

  /** Finds them, and adds nothing to the score of a comment that words find. */
  Query query() {
    return new BoostQuery(new ConstantScoreQuery(new TermInSetQuery(CommentDocument.ID, ids)), 0f);
  }
}
