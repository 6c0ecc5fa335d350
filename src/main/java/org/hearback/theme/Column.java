package org.hearback.theme;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * One part of the label of each comment of a segment, in memory. Immutable.
 *
 * @param places which combination of values a comment has
 * @param combinations the numbers of the values of each; the first has none
 * @param values one more than the highest of these numbers
 */
record Column(IntUnaryOperator places, int[][] combinations, int values) {
  private static final int NARROW_MOST = 1 << Character.SIZE;

  /**
   * @param between what stands between the values of a combination
   */
  static Column of(LeafReader reader, String field, String between, Values values)
      throws IOException {
    var sorted = DocValues.getSorted(reader, field);
    var combinations = new int[sorted.getValueCount() + 1][];
    combinations[0] = new int[0];
    for (int at = 1; at < combinations.length; at++) {
      var names = sorted.lookupOrd(at - 1).utf8ToString().split(between);
      combinations[at] = Arrays.stream(names).mapToInt(values::number).toArray();
    }
    int highest = Arrays.stream(combinations).flatMapToInt(Arrays::stream).max().orElse(-1);
    return new Column(places(sorted, reader.maxDoc()), combinations, highest + 1);
  }

  private static IntUnaryOperator places(SortedDocValues sorted, int comments) throws IOException {
    if (sorted.getValueCount() < NARROW_MOST) { // two bytes do for nearly all
      var places = new char[comments];
      for (int at = sorted.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = sorted.nextDoc()) {
        places[at] = (char) (sorted.ordValue() + 1);
      }
      return comment -> places[comment];
    }
    var places = new int[comments];
    for (int at = sorted.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = sorted.nextDoc()) {
      places[at] = sorted.ordValue() + 1;
    }
    return comment -> places[comment];
  }

  /** The numbers of the values that a comment has; not to be written into. */
  int[] numbers(int comment) {
    return combinations[places.applyAsInt(comment)];
  }

  /** Adds the first of these comments to the counts of their combinations. */
  void count(int[] comments, int length, int[] counts) {
    for (int at = 0; at < length; at++) {
      counts[places.applyAsInt(comments[at])]++;
    }
  }

  /** The same of comments that follow one another. */
  void count(int from, int to, int[] counts) {
    for (int comment = from; comment < to; comment++) {
      counts[places.applyAsInt(comment)]++;
    }
  }

  /** What was counted of each combination, for each value. */
  void add(int[] counted, int[] counts) {
    for (int at = 1; at < counted.length; at++) {
      if (counted[at] > 0) {
        for (int value : combinations[at]) {
          counts[value] += counted[at];
        }
      }
    }
  }
}
