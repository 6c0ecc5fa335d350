package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.Query;

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
    var marked = new BitSet(text.length());
    for (var query : queries) {
      Places.of(query, searcher).eachWhole(0, (_, from, to) -> marked.set(from, to));
    }
    return cut(text, marked);
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
