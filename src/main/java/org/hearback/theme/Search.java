package org.hearback.theme;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.hearback.access.Staff;

/**
 * Finds comments in the reading room. It reads the index alone, through searchers that are kept
 * open, and sees only whole batches. Safe for any thread.
 */
@Singleton
public final class Search {
  public static final int PAGE_LENGTH = 20;

  // Nobody reads further; who has so many hits narrows the search.
  private static final int PAGES_MAX = 250;

  // Equals by the random id of the comment: the index keeps batches together, and their order would
  // tell the time.
  private static final SortField BY_CHANCE =
      new SortField(CommentDocument.ID, SortField.Type.STRING);
  private static final Sort BEST = new Sort(SortField.FIELD_SCORE, BY_CHANCE);
  private static final Sort NEWEST =
      new Sort(new SortField(CommentDocument.PERIOD_END, SortField.Type.LONG, true), BY_CHANCE);

  private final CommentIndex index;

  Search(CommentIndex index) {
    this.index = index;
  }

  /**
   * @param words as typed; any text is allowed, none asks for all comments
   * @param staff who asks: the areas they may see are part of the query
   * @param page counts from 1; one that is not there becomes the nearest that is
   * @throws RuntimeException when there is no index yet
   */
  public Found search(String words, Filter filter, Order order, Staff staff, int page) {
    var asked = Asked.words(words);
    var query = Asked.all(asked, filter, staff.areas());
    var sort = order == Order.NEWEST || words.isBlank() ? NEWEST : BEST;
    return index.read(searcher -> page(searcher, query, asked, sort, page));
  }

  /**
   * The values by which comments can be narrowed: milestones, periods or languages that stand on
   * any label.
   */
  List<String> values(String field) {
    return index.read(searcher -> {
      var values = new ArrayList<String>();
      var terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
      if (terms != null) {
        var each = terms.iterator();
        for (var term = each.next(); term != null; term = each.next()) {
          values.add(term.utf8ToString());
        }
      }
      values.remove("");
      return values;
    });
  }

  private static Found page(IndexSearcher searcher, Query query, Query words, Sort sort, int wanted)
      throws IOException {
    long total = searcher.count(query);
    long full = (total + PAGE_LENGTH - 1) / PAGE_LENGTH;
    int pages = Math.clamp(full, 1, PAGES_MAX);
    int page = Math.clamp(wanted, 1, pages);
    var top = searcher.search(query, new TopFieldCollectorManager(sort, page * PAGE_LENGTH, 1));
    return new Found(total, page, pages, hits(searcher, words, top, (page - 1) * PAGE_LENGTH));
  }

  private static List<Found.Hit> hits(
      IndexSearcher searcher, Query words, TopFieldDocs top, int from) throws IOException {
    var hits = new ArrayList<Found.Hit>();
    var stored = searcher.storedFields();
    for (int i = from; i < top.scoreDocs.length; i++) {
      hits.add(hit(stored.document(top.scoreDocs[i].doc), words));
    }
    return hits;
  }

  private static Found.Hit hit(Document document, Query words) throws IOException {
    var language = document.get(CommentDocument.LANGUAGE);
    var rendered = document.get(CommentDocument.RENDERED);
    return new Found.Hit(
        UUID.fromString(document.get(CommentDocument.ID)),
        UUID.fromString(document.get(CommentDocument.RESPONSE)),
        document.get("form"),
        document.getField("form_version").numericValue().intValue(),
        document.get("question"),
        language,
        CommentDocument.label(document),
        Highlight.pieces(words, language, document.get(CommentDocument.WORDS)),
        rendered == null ? List.of() : Highlight.pieces(words, "en", rendered));
  }
}
