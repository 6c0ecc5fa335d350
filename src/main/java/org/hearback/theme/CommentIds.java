package org.hearback.theme;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.hearback.access.Staff;

/**
 * Which comments a filter leaves of those that somebody may see, by their random ids alone. Safe
 * for any thread.
 */
@Singleton
final class CommentIds {
  /** So many are looked at together. */
  static final int SOME = 50;

  private static final Set<String> ID = Set.of(CommentDocument.ID);
  private static final Sort BY_CHANCE =
      new Sort(new SortField(CommentDocument.CHANCE, SortField.Type.LONG));

  private final CommentIndex index;

  CommentIds(CommentIndex index) {
    this.index = index;
  }

  /**
   * The next few of them in the order of a draw. They are read one after the other, and only so
   * many are kept.
   *
   * @param after the last that was drawn before; empty for the first
   */
  List<UUID> drawn(Filter filter, Staff staff, String seed, int most, Optional<UUID> after) {
    var query = Asked.all(MatchAllDocsQuery.INSTANCE, filter, staff.areas());
    return index.read((searcher, _) -> {
      var drawing = new Drawing(seed, most, after);
      var found = FoundBits.of(searcher, query);
      for (var leaf : searcher.getIndexReader().leaves()) {
        var ids = DocValues.getBinary(leaf.reader(), CommentDocument.ID);
        for (int one = ids.nextDoc(); one != NO_MORE_DOCS; one = ids.nextDoc()) {
          if (found.get(leaf.docBase + one)) {
            var id = ids.binaryValue();
            drawing.offer(id.bytes, id.offset);
          }
        }
      }
      return drawing.drawn();
    });
  }

  /**
   * The next few of which no person has said anything, in an order by chance that stays the same.
   *
   * @param after the one before; empty for the first
   */
  List<UUID> uncoded(Filter filter, Staff staff, Optional<UUID> after) {
    var query = new BooleanQuery.Builder().add(uncoded(filter, staff), Occur.FILTER);
    after.ifPresent(last -> query.add(behind(last), Occur.FILTER));
    return index.read((searcher, _) -> {
      var stored = searcher.storedFields();
      var ids = new ArrayList<UUID>();
      for (var hit : searcher.search(query.build(), SOME, BY_CHANCE).scoreDocs) {
        ids.add(UUID.fromString(stored.document(hit.doc, ID).get(CommentDocument.ID)));
      }
      return ids;
    });
  }

  private static Query behind(UUID comment) {
    long chance = CommentDocument.chance(comment);
    return chance == Long.MAX_VALUE
        ? new MatchNoDocsQuery("the last")
        : NumericDocValuesField.newSlowRangeQuery(
            CommentDocument.CHANCE, chance + 1, Long.MAX_VALUE);
  }

  /** How many there are of which no person has said anything. */
  long left(Filter filter, Staff staff) {
    return index.read((searcher, _) -> (long) searcher.count(uncoded(filter, staff)));
  }

  private static Query uncoded(Filter filter, Staff staff) {
    var query =
        new BooleanQuery.Builder()
            .add(Asked.all(MatchAllDocsQuery.INSTANCE, filter, staff.areas()), Occur.FILTER);
    for (var coding : List.of(new Coding.About(List.of()), new Coding.Unclear())) {
      query.add(new TermQuery(new Term(CommentDocument.CODED, coding.said())), Occur.MUST_NOT);
    }
    return query.build();
  }
}
