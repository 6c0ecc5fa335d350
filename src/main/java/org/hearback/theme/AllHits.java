package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** The numbers of all documents that a query finds, in no order. */
final class AllHits extends SimpleCollector {
  private final List<Integer> hits = new ArrayList<>();
  private int base;

  private AllHits() {}

  static List<Integer> of(IndexSearcher searcher, Query query) throws IOException {
    return searcher.search(query, new Gathering());
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) {
    base = leaf.docBase;
  }

  @Override
  public void collect(int document) {
    hits.add(base + document);
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  private static final class Gathering implements CollectorManager<AllHits, List<Integer>> {
    @Override
    public AllHits newCollector() {
      return new AllHits();
    }

    @Override
    public List<Integer> reduce(Collection<AllHits> parts) {
      return parts.stream().flatMap(part -> part.hits.stream()).toList();
    }
  }
}
