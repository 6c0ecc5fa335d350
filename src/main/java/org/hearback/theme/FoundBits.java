package org.hearback.theme;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;

/** The documents that a query finds, a bit each, however many there are. */
final class FoundBits extends SimpleCollector {
  private final FixedBitSet found;
  private int base;

  private FoundBits(int documents) {
    found = new FixedBitSet(documents);
  }

  static FixedBitSet of(IndexSearcher searcher, Query query) throws IOException {
    int documents = Math.max(1, searcher.getIndexReader().maxDoc());
    return searcher.search(query, new Gathering(documents));
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) {
    base = leaf.docBase;
  }

  @Override
  public void collect(int document) {
    found.set(base + document);
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  private record Gathering(int documents) implements CollectorManager<FoundBits, FixedBitSet> {
    @Override
    public FoundBits newCollector() {
      return new FoundBits(documents);
    }

    @Override
    public FixedBitSet reduce(Collection<FoundBits> parts) {
      var all = new FixedBitSet(documents);
      parts.forEach(part -> all.or(part.found));
      return all;
    }
  }
}
