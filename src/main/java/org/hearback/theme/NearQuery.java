package org.hearback.theme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * A phrase of {@link Near} in one field. It finds what Lucene's intervals find, and says of which
 * words it is made, for whoever asks thousands of them at once.
 */
final class NearQuery extends Query {
  private final String field;
  private final List<List<IntervalsSource>> places;
  private final int gap;

  /**
   * @param places for each the choice of what may stand there
   * @param gap how many words may stand between; 0 for a phrase in its order
   */
  NearQuery(String field, List<List<IntervalsSource>> places, int gap) {
    this.field = field;
    this.places = List.copyOf(places);
    this.gap = gap;
  }

  String field() {
    return field;
  }

  int gap() {
    return gap;
  }

  /** Whether nothing but single words may stand in its places. */
  boolean isOfWords() {
    return places.stream().flatMap(List::stream).allMatch(choice -> choice.minExtent() <= 1);
  }

  /** The words of each place, as the field holds them. */
  List<Set<String>> words() {
    var all = new ArrayList<Set<String>>();
    for (var place : places) {
      var words = new HashSet<String>();
      var gathering =
          new QueryVisitor() {
            @Override
            public void consumeTerms(Query query, Term... terms) {
              for (var term : terms) {
                words.add(term.text());
              }
            }
          };
      place.forEach(choice -> choice.visit(field, gathering));
      all.add(Set.copyOf(words));
    }
    return all;
  }

  /** One word may not stand for two places, where Lucene can tell. */
  private Query intervals() {
    var all =
        places.stream()
            .map(place -> Intervals.or(place.toArray(IntervalsSource[]::new)))
            .toArray(IntervalsSource[]::new);
    return new IntervalQuery(field, Intervals.maxgaps(gap, together(all)));
  }

  private IntervalsSource together(IntervalsSource[] all) {
    if (gap == 0) {
      return Intervals.ordered(all);
    }
    return all.length == 2
        ? Intervals.unorderedNoOverlaps(all[0], all[1])
        : Intervals.unordered(all);
  }

  @Override
  public Query rewrite(IndexSearcher searcher) {
    return intervals();
  }

  @Override
  public void visit(QueryVisitor visitor) {
    intervals().visit(visitor);
  }

  @Override
  public String toString(String in) {
    return intervals().toString(in);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NearQuery near
        && field.equals(near.field)
        && places.equals(near.places)
        && gap == near.gap;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * field.hashCode() + places.hashCode()) + gap;
  }
}
