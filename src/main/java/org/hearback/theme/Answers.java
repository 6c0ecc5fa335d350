package org.hearback.theme;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;

/**
 * The answers that the comments of a commit belong to, each by a number, in whatever segments its
 * comments lie. The numbers follow random ids, so that they tell no order and no time. Immutable,
 * for as long as the commit is open.
 *
 * @param numbers by segment, from the number that an answer has there
 * @param many one more than the highest number
 */
record Answers(List<LeafReaderContext> leaves, List<LongValues> numbers, int many) {

  /** What is done at each comment. */
  interface Each {
    void at(int document, int answer) throws IOException;
  }

  /** Goes through all ids once, where there is more than one segment. */
  static Answers of(IndexReader reader) throws IOException {
    var leaves = reader.leaves();
    var own = new SortedDocValues[leaves.size()];
    for (int at = 0; at < own.length; at++) {
      own[at] = responses(leaves.get(at));
    }
    if (own.length < 2) {
      int many = own.length == 0 ? 0 : own[0].getValueCount();
      return new Answers(leaves, List.of(LongValues.IDENTITY), many);
    }
    var all = OrdinalMap.build(null, own, PackedInts.DEFAULT);
    return new Answers(
        leaves,
        IntStream.range(0, own.length).mapToObj(all::getGlobalOrds).toList(),
        (int) all.getValueCount());
  }

  private static SortedDocValues responses(LeafReaderContext leaf) throws IOException {
    return DocValues.getSorted(leaf.reader(), CommentDocument.RESPONSE);
  }

  /** Each of these comments with its answer, in the order of the index. */
  void each(FixedBitSet comments, Each each) throws IOException {
    for (int at = 0; at < leaves.size(); at++) {
      var leaf = leaves.get(at);
      var own = responses(leaf);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (int document = next(comments, leaf.docBase, end);
          document < end;
          document = next(comments, document + 1, end)) {
        if (own.advanceExact(document - leaf.docBase)) {
          each.at(document, (int) numbers.get(at).get(own.ordValue()));
        }
      }
    }
  }

  private static int next(FixedBitSet bits, int from, int end) {
    return from < end ? bits.nextSetBit(from, end) : end;
  }

  /** The answers that have some of these comments. */
  FixedBitSet of(FixedBitSet comments) throws IOException {
    var some = new FixedBitSet(Math.max(1, many));
    each(comments, (_, answer) -> some.set(answer));
    return some;
  }

  /** Those of these comments that belong to some answers. */
  FixedBitSet within(FixedBitSet comments, FixedBitSet some) throws IOException {
    var within = new FixedBitSet(comments.length());
    each(
        comments,
        (document, answer) -> {
          if (some.get(answer)) {
            within.set(document);
          }
        });
    return within;
  }
}
