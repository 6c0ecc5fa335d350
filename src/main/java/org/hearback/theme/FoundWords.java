package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;

/**
 * The words of a text that stored queries find, as they are written: whoever sees what a query says
 * of a comment can see why. Pure functions.
 */
final class FoundWords {
  private FoundWords() {}

  /** Each once, in the order of the text; words that stand together are one. */
  static List<String> of(List<Query> queries, Endings endings, String text) throws IOException {
    var memory = new MemoryIndex(true);
    for (var field : List.of(Analysis.FOLDED, endings.field())) {
      memory.addField(field, text, Analysis.ANALYZER);
    }
    var searcher = memory.createSearcher();
    var leaf = searcher.getIndexReader().leaves().getFirst();
    var marked = new BitSet(text.length());
    for (var query : queries) {
      mark(searcher, leaf, query, marked);
    }
    return cut(text, marked);
  }

  private static void mark(
      IndexSearcher searcher, LeafReaderContext leaf, Query query, BitSet marked)
      throws IOException {
    var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    var found = weight.matches(leaf, 0);
    if (found == null) {
      return;
    }
    for (var field : found) {
      var at = found.getMatches(field);
      while (at.next()) {
        marked.set(at.startOffset(), at.endOffset());
      }
    }
  }

  private static List<String> cut(String text, BitSet marked) {
    var words = new ArrayList<String>();
    int from = marked.nextSetBit(0);
    while (from >= 0) {
      int to = marked.nextClearBit(from);
      int next = marked.nextSetBit(to);
      if (next >= 0 && text.substring(to, next).isBlank()) {
        marked.set(to, next);
      } else {
        words.add(text.substring(from, to));
        from = next;
      }
    }
    return words.stream().distinct().toList();
  }
}
