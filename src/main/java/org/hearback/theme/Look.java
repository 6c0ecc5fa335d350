package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.hearback.access.Staff;
import org.jspecify.annotations.Nullable;

/** One look of one person into one commit of the index. */
record Look(
    IndexSearcher searcher, Facets facets, Filter filter, Staff staff, Order order, int page) {
  private static final int PAGE_LENGTH = Search.PAGE_LENGTH;

  // Nobody reads further; who has so many hits narrows the search.
  private static final int PAGES_MAX = 250;

  private static final int SOME = 5;

  // Equals by the random id of the comment: the index keeps batches together, and their order would
  // tell the time.
  private static final SortField BY_CHANCE =
      new SortField(CommentDocument.CHANCE, SortField.Type.LONG);
  private static final Sort BEST = new Sort(SortField.FIELD_SCORE, BY_CHANCE);
  private static final Sort NEWEST =
      new Sort(new SortField(CommentDocument.PERIOD_END, SortField.Type.LONG, true), BY_CHANCE);

  // All are counted beside it, so the first may be looked for where they can be alone.
  private static final int COUNTED_MEANWHILE = 1;

  /**
   * What a query found.
   *
   * @param all by words or by meaning
   * @param byWords how many of them by words
   * @param alsoByWords which of the nearest
   * @param first the first of it, where they were looked for in the same go
   */
  private record Gathered(
      Query words,
      Nearest nearest,
      Facets.Counted all,
      long byWords,
      Set<Integer> alsoByWords,
      Optional<List<Integer>> first) {}

  Found find(String words, Keys keys, Meaning meaning) throws IOException {
    var nearest = nearest(words, keys, meaning);
    var asTyped = gather(Asked.words(words, keys), nearest);
    if (asTyped.byWords() > 0) {
      return page(asTyped, Found.How.AS_TYPED, words, Optional.empty());
    }
    var seen = Asked.within(Filter.none(), staff.areas());
    var within = Asked.within(filter, staff.areas());
    var correction = Spelling.correct(searcher, Asked.cut(words), seen, within);
    if (correction.isPresent()) {
      var right = correction.get().words();
      var found = gather(Asked.words(right, keys), nearest(right, keys, meaning));
      if (found.byWords() == 0) {
        correction = Optional.empty();
      } else if (nearest.isEmpty()) {
        return page(found, Found.How.CORRECTED, right, correction);
      }
    }
    var some = gather(Asked.some(words, keys), nearest);
    return some.byWords() > 0
        ? page(some, Found.How.SOME_OF_THEM, words, correction)
        : page(asTyped, Found.How.AS_TYPED, words, correction);
  }

  /** Comments like one that the asker may see. */
  Found alike(UUID comment) throws IOException {
    var one = Asked.all(new TermQuery(CommentDocument.key(comment)), Filter.none(), staff.areas());
    var there = searcher.search(one, 1).scoreDocs;
    if (there.length == 0) {
      var nothing = gather(new MatchNoDocsQuery("not there"), Nearest.NONE);
      return page(nothing, Found.How.ALIKE, "", Optional.empty());
    }
    var document = searcher.storedFields().document(there[0].doc);
    var alike = Alike.to(document, searcher.getIndexReader());
    var direction = CommentDocument.meaning(searcher, there[0].doc);
    var nearest =
        direction.isEmpty()
            ? Nearest.NONE
            : Nearest.to(direction.get(), searcher, within(Alike.others(comment)));
    return page(gather(alike, nearest), Found.How.ALIKE, "", Optional.empty());
  }

  /** The newest few that a query finds. */
  List<Found.Hit> some(Query words) throws IOException {
    var hits = new ArrayList<Found.Hit>();
    var highlight = Highlight.of(words, searcher);
    for (int found : top(words, SOME, NEWEST)) {
      hits.add(hit(found, highlight, Found.By.WORDS));
    }
    return hits;
  }

  /** How many comments a query finds, by the values of some parts of the label. */
  Map<String, Map<String, Integer>> counts(Query words, List<String> parts) throws IOException {
    return facets.count(searcher, within(words), parts).values();
  }

  Query within(Query words) {
    return Asked.all(words, filter, staff.areas());
  }

  private Nearest nearest(String typed, Keys keys, Meaning meaning) throws IOException {
    return Nearest.to(typed, keys, meaning, searcher, this::within);
  }

  private Gathered gather(Query words, Nearest nearest) throws IOException {
    if (nearest.isEmpty() && Asked.asksForPlaces(words)) {
      int most = Math.clamp(page, 1, PAGES_MAX) * PAGE_LENGTH;
      var first =
          new TopFieldCollectorManager(
              order == Order.NEWEST ? NEWEST : BEST, most, Integer.MAX_VALUE);
      var both = facets.countWithFirst(searcher, within(words), Facets.COUNTED, first);
      var all = both.counted();
      return new Gathered(
          words, nearest, all, all.total(), Set.of(), Optional.of(numbers(both.first())));
    }
    var all = facets.count(searcher, within(either(words, nearest)), Facets.COUNTED);
    var also =
        nearest.isEmpty()
            ? Set.<Integer>of()
            : Set.copyOf(AllHits.of(searcher, within(both(words, nearest))));
    long byWords = all.total() - nearest.documents().size() + also.size();
    return new Gathered(words, nearest, all, byWords, also, Optional.empty());
  }

  private List<Integer> top(Query query, int most, Sort sort) throws IOException {
    var first = new TopFieldCollectorManager(sort, most, COUNTED_MEANWHILE);
    return numbers(searcher.search(within(query), first));
  }

  private static List<Integer> numbers(TopDocs hits) {
    return Arrays.stream(hits.scoreDocs).map(hit -> hit.doc).toList();
  }

  private static Query either(Query words, Nearest nearest) {
    return nearest.isEmpty()
        ? words
        : new BooleanQuery.Builder()
            .add(words, Occur.SHOULD)
            .add(nearest.query(), Occur.SHOULD)
            .build();
  }

  private static Query both(Query words, Nearest nearest) {
    return new BooleanQuery.Builder()
        .add(words, Occur.FILTER)
        .add(nearest.query(), Occur.FILTER)
        .build();
  }

  private Found page(
      Gathered found, Found.How how, String searched, Optional<Found.Correction> correction)
      throws IOException {
    long total = found.all().total();
    long full = (total + PAGE_LENGTH - 1) / PAGE_LENGTH;
    int pages = Math.clamp(full, 1, PAGES_MAX);
    int shown = Math.clamp(page, 1, pages);
    var hits = new ArrayList<Found.Hit>();
    var ordered = total == 0 ? List.<Integer>of() : ordered(found, shown * PAGE_LENGTH);
    var nearest = new HashSet<>(found.nearest().documents());
    var highlight = Highlight.of(found.words(), searcher);
    int from = Math.min(ordered.size(), (shown - 1) * PAGE_LENGTH);
    for (int document : ordered.subList(from, Math.min(ordered.size(), from + PAGE_LENGTH))) {
      var by =
          !nearest.contains(document)
              ? Found.By.WORDS
              : found.alsoByWords().contains(document) ? Found.By.BOTH : Found.By.MEANING;
      hits.add(hit(document, highlight, by));
    }
    return new Found(
        total,
        total - found.byWords(),
        shown,
        pages,
        hits,
        how,
        searched,
        found.all().values(),
        correction);
  }

  /** The first of what was found, and maybe some more. */
  private List<Integer> ordered(Gathered found, int wanted) throws IOException {
    var nearest = found.nearest();
    if (found.first().isPresent()) {
      return found.first().get();
    }
    if (order == Order.NEWEST || found.words() instanceof MatchAllDocsQuery) {
      return top(either(found.words(), nearest), wanted, NEWEST);
    }
    return nearest.isEmpty()
        ? top(found.words(), wanted, BEST)
        : Fused.of(top(found.words(), wanted + Fused.LOOKED_AT, BEST), nearest.documents());
  }

  private Found.Hit hit(int number, Highlight highlight, Found.By by) throws IOException {
    Document document = searcher.storedFields().document(number);
    var marked = highlight.of(number, document);
    return new Found.Hit(
        UUID.fromString(document.get(CommentDocument.ID)),
        UUID.fromString(document.get(CommentDocument.RESPONSE)),
        document.get("form"),
        document.getField("form_version").numericValue().intValue(),
        document.get("question"),
        document.get(CommentDocument.LANGUAGE),
        CommentDocument.label(document),
        marked.words(),
        marked.english(),
        List.of(document.getValues(CommentDocument.THEME)),
        List.of(document.getValues(CommentDocument.MENTIONS)),
        CommentDocument.sides(document),
        CommentDocument.seems(document),
        by,
        sorted(document.get(CommentDocument.CODED)));
  }

  private static Found.Sorted sorted(@Nullable String coded) {
    return switch (coded) {
      case null -> Found.Sorted.BY_BOOK;
      case "unclear" -> Found.Sorted.UNCLEAR;
      default -> Found.Sorted.BY_PERSON;
    };
  }
}
