package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/**
 * Counts all that a query finds, under the values of some columns. Nothing is scored for it.
 *
 * @param columns of a segment, as many as parts
 */
record Counting(Function<LeafReaderContext, List<Column>> columns, int parts)
    implements CollectorManager<Counting.Part, Counting.Sum> {

  /**
   * @param counts by column and number of a value
   */
  record Sum(long total, List<int[]> counts) {}

  @Override
  public Part newCollector() {
    return new Part();
  }

  @Override
  public Sum reduce(Collection<Part> collected) {
    long total = 0;
    var counts = new ArrayList<int[]>();
    for (int part = 0; part < parts; part++) {
      counts.add(new int[0]);
    }
    for (var part : collected) {
      total += part.total;
      for (int at = 0; at < parts; at++) {
        counts.set(at, sum(counts.get(at), part.counts[at]));
      }
    }
    return new Sum(total, counts);
  }

  private static int[] sum(int[] one, int[] other) {
    var sum = longer(one, other.length);
    for (int at = 0; at < other.length; at++) {
      sum[at] += other[at];
    }
    return sum;
  }

  private static int[] longer(int[] counts, int length) {
    return counts.length >= length ? counts : Arrays.copyOf(counts, length);
  }

  /** What one thread counts. */
  final class Part implements Collector {
    private long total;
    private final int[][] counts = new int[parts][0];

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) {
      return new Leaf(this, columns.apply(leaf));
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  private static final class Leaf implements LeafCollector {
    private static final int TOGETHER = 1024;

    private final Part part;
    private final List<Column> columns;
    private final int[][] counted;
    private final int[] some = new int[TOGETHER];
    private int length;

    Leaf(Part part, List<Column> columns) {
      this.part = part;
      this.columns = columns;
      counted =
          columns.stream()
              .map(column -> new int[column.combinations().length])
              .toArray(int[][]::new);
    }

    @Override
    public void setScorer(Scorable scorer) {
      // Nobody asks how well a comment fits.
    }

    @Override
    public void collect(int comment) {
      if (length == TOGETHER) {
        flush();
      }
      some[length++] = comment;
    }

    @Override
    public void collect(DocIdStream comments) {
      flush();
      for (length = comments.intoArray(some); length > 0; length = comments.intoArray(some)) {
        flush();
      }
    }

    @Override
    public void collectRange(int from, int to) {
      part.total += to - from;
      for (int at = 0; at < counted.length; at++) {
        columns.get(at).count(from, to, counted[at]);
      }
    }

    private void flush() {
      part.total += length;
      for (int at = 0; at < counted.length; at++) {
        columns.get(at).count(some, length, counted[at]);
      }
      length = 0;
    }

    @Override
    public void finish() throws IOException {
      flush();
      for (int at = 0; at < counted.length; at++) {
        var column = columns.get(at);
        part.counts[at] = longer(part.counts[at], column.values());
        column.add(counted[at], part.counts[at]);
      }
    }
  }
}
