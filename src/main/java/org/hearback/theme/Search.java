package org.hearback.theme;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
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

  private static final int SOME = 5;

  private final CommentIndex index;
  private final Keys keys;

  Search(CommentIndex index, Keys keys) {
    this.index = index;
    this.keys = keys;
  }

  /**
   * Comments that hold all of the words. Where there are none: with what is misspelt put right, and
   * then those that hold some of them, the nearest first.
   *
   * @param words as typed; any text is allowed, none asks for all comments
   * @param staff who asks: the areas they may see are part of the query
   * @param page counts from 1; one that is not there becomes the nearest that is
   * @throws RuntimeException when there is no index yet
   */
  public Found search(String words, Filter filter, Order order, Staff staff, int page) {
    var sort = order == Order.NEWEST || words.isBlank() ? NEWEST : BEST;
    return index.read((searcher, facets) ->
        new Look(searcher, facets, filter, staff, sort, page).find(words, keys));
  }

  /**
   * How many comments hold all of the words as they were typed: nothing is put right, and none
   * stands for another.
   *
   * @throws RuntimeException when there is no index yet
   */
  int count(String words, Filter filter, Staff staff) {
    return index.read((searcher, _) ->
        searcher.count(Asked.all(Asked.words(words, keys), filter, staff.areas())));
  }

  /**
   * Comments like one that the asker may see, without it; none where it is not there any more.
   *
   * @param comment its id
   */
  Found alike(UUID comment, Filter filter, Staff staff, int page) {
    return index.read(
        (searcher, facets) -> new Look(searcher, facets, filter, staff, BEST, page).alike(comment));
  }

  /** What it would do to the comments of today to change a theme. */
  ThemeChange change(Theme before, Theme after, Staff staff) {
    var now = Asked.found(before);
    var then = Asked.found(after);
    return index.read((searcher, facets) -> {
      var look = new Look(searcher, facets, Filter.none(), staff, NEWEST, 1);
      var adds = without(then, now);
      var loses = without(now, then);
      return new ThemeChange(
          searcher.count(look.within(now)),
          searcher.count(look.within(adds)),
          searcher.count(look.within(loses)),
          look.some(adds),
          look.some(loses));
    });
  }

  private static Query without(Query these, Query those) {
    return new BooleanQuery.Builder()
        .add(these, BooleanClause.Occur.MUST)
        .add(those, BooleanClause.Occur.MUST_NOT)
        .build();
  }

  /**
   * The values by which comments can be narrowed: milestones, periods or languages that stand on
   * any label.
   */
  List<String> values(String field) {
    return index.read((searcher, _) -> {
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

  /** One look into one commit. */
  private record Look(
      IndexSearcher searcher, Facets facets, Filter filter, Staff staff, Sort sort, int page) {

    Found find(String words, Keys keys) throws IOException {
      var asTyped = Asked.words(words, keys);
      if (any(asTyped)) {
        return page(asTyped, Found.How.AS_TYPED, words);
      }
      var corrected =
          Spelling.correct(searcher, Asked.cut(words), Asked.within(filter, staff.areas()));
      if (corrected.isPresent() && any(Asked.words(corrected.get(), keys))) {
        return page(Asked.words(corrected.get(), keys), Found.How.CORRECTED, corrected.get());
      }
      var some = Asked.some(words, keys);
      return any(some)
          ? page(some, Found.How.SOME_OF_THEM, words)
          : page(asTyped, Found.How.AS_TYPED, words);
    }

    Found alike(UUID comment) throws IOException {
      var one =
          Asked.all(new TermQuery(CommentDocument.key(comment)), Filter.none(), staff.areas());
      var there = searcher.search(one, 1).scoreDocs;
      if (there.length == 0) {
        return page(new MatchNoDocsQuery("not there"), Found.How.ALIKE, "");
      }
      var document = searcher.storedFields().document(there[0].doc);
      return page(Alike.to(document, searcher.getIndexReader()), Found.How.ALIKE, "");
    }

    List<Found.Hit> some(Query words) throws IOException {
      return hits(searcher, words, searcher.search(within(words), SOME, NEWEST), 0);
    }

    private boolean any(Query words) throws IOException {
      return searcher.count(within(words)) > 0;
    }

    Query within(Query words) {
      return Asked.all(words, filter, staff.areas());
    }

    private Found page(Query words, Found.How how, String searched) throws IOException {
      var query = within(words);
      long total = searcher.count(query);
      long full = (total + PAGE_LENGTH - 1) / PAGE_LENGTH;
      int pages = Math.clamp(full, 1, PAGES_MAX);
      int shown = Math.clamp(page, 1, pages);
      var result =
          FacetsCollectorManager.search(
              searcher, query, shown * PAGE_LENGTH, sort, new FacetsCollectorManager());
      return new Found(
          total,
          shown,
          pages,
          hits(searcher, words, result.topDocs(), (shown - 1) * PAGE_LENGTH),
          how,
          searched,
          facets.count(searcher.getIndexReader(), result.facetsCollector()));
    }
  }

  private static List<Found.Hit> hits(IndexSearcher searcher, Query words, TopDocs top, int from)
      throws IOException {
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
        rendered == null ? List.of() : Highlight.pieces(words, "en", rendered),
        List.of(document.getValues(CommentDocument.THEME)));
  }
}
