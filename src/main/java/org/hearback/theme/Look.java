package org.hearback.theme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
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
      new SortField(CommentDocument.ID, SortField.Type.STRING);
  private static final Sort BEST = new Sort(SortField.FIELD_SCORE, BY_CHANCE);
  private static final Sort NEWEST =
      new Sort(new SortField(CommentDocument.PERIOD_END, SortField.Type.LONG, true), BY_CHANCE);

  /**
   * What a query found, in one pass.
   *
   * @param total by words or by meaning
   * @param byWords how many of them by words
   * @param alsoByWords which of the nearest
   */
  private record Gathered(
      Query words,
      Nearest nearest,
      ScoreDoc[] top,
      FacetsCollector all,
      long total,
      long byWords,
      Set<Integer> alsoByWords) {}

  Found find(String words, Keys keys, Meaning meaning) throws IOException {
    var nearest = nearest(words, keys, meaning);
    var asTyped = gather(Asked.words(words, keys), nearest);
    if (asTyped.byWords() > 0) {
      return page(asTyped, Found.How.AS_TYPED, words);
    }
    var corrected =
        Spelling.correct(searcher, Asked.cut(words), Asked.within(filter, staff.areas()));
    if (corrected.isPresent()) {
      var right = corrected.get();
      var found = gather(Asked.words(right, keys), nearest(right, keys, meaning));
      if (found.byWords() > 0) {
        return page(found, Found.How.CORRECTED, right);
      }
    }
    var some = gather(Asked.some(words, keys), nearest);
    return some.byWords() > 0
        ? page(some, Found.How.SOME_OF_THEM, words)
        : page(asTyped, Found.How.AS_TYPED, words);
  }

  /** Comments like one that the asker may see. */
  Found alike(UUID comment) throws IOException {
    var one = Asked.all(new TermQuery(CommentDocument.key(comment)), Filter.none(), staff.areas());
    var there = searcher.search(one, 1).scoreDocs;
    if (there.length == 0) {
      var nothing = gather(new MatchNoDocsQuery("not there"), Nearest.NONE);
      return page(nothing, Found.How.ALIKE, "");
    }
    var document = searcher.storedFields().document(there[0].doc);
    var alike = Alike.to(document, searcher.getIndexReader());
    var direction = CommentDocument.meaning(searcher, there[0].doc);
    var nearest =
        direction.isEmpty()
            ? Nearest.NONE
            : Nearest.to(direction.get(), searcher, within(Alike.others(comment)));
    return page(gather(alike, nearest), Found.How.ALIKE, "");
  }

  /** The newest few that a query finds. */
  List<Found.Hit> some(Query words) throws IOException {
    var hits = new ArrayList<Found.Hit>();
    for (var hit : searcher.search(within(words), SOME, NEWEST).scoreDocs) {
      hits.add(hit(hit.doc, words, Found.By.WORDS));
    }
    return hits;
  }

  Map<String, Integer> themes() throws IOException {
    var all = searcher.search(within(MatchAllDocsQuery.INSTANCE), new FacetsCollectorManager());
    return facets
        .count(searcher.getIndexReader(), all, List.of(CommentDocument.THEME))
        .getOrDefault(CommentDocument.THEME, Map.of());
  }

  Query within(Query words) {
    return Asked.all(words, filter, staff.areas());
  }

  private Nearest nearest(String typed, Keys keys, Meaning meaning) throws IOException {
    var plain = Asked.plain(typed, keys);
    var direction = plain.flatMap(said -> meaning.of(said.words()));
    return direction.isEmpty()
        ? Nearest.NONE
        : Nearest.to(direction.get(), searcher, within(plain.orElseThrow().narrowed()));
  }

  private Gathered gather(Query words, Nearest nearest) throws IOException {
    var query = nearest.isEmpty() ? within(words) : within(either(words, nearest));
    int wanted = Math.clamp(page, 1, PAGES_MAX) * PAGE_LENGTH;
    var result =
        FacetsCollectorManager.search(
            searcher,
            query,
            nearest.isEmpty() ? wanted : wanted + Fused.LOOKED_AT,
            sort(words),
            new FacetsCollectorManager());
    long total =
        result.facetsCollector().getMatchingDocs().stream()
            .mapToLong(FacetsCollector.MatchingDocs::totalHits)
            .sum();
    var also =
        nearest.isEmpty()
            ? Set.<Integer>of()
            : Set.copyOf(AllHits.of(searcher, within(both(words, nearest))));
    long byWords = total - nearest.documents().size() + also.size();
    return new Gathered(
        words, nearest, result.topDocs().scoreDocs, result.facetsCollector(), total, byWords, also);
  }

  private static Query either(Query words, Nearest nearest) {
    return new BooleanQuery.Builder()
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

  private Sort sort(Query words) {
    return order == Order.NEWEST || words instanceof MatchAllDocsQuery ? NEWEST : BEST;
  }

  private Found page(Gathered found, Found.How how, String searched) throws IOException {
    long full = (found.total() + PAGE_LENGTH - 1) / PAGE_LENGTH;
    int pages = Math.clamp(full, 1, PAGES_MAX);
    int shown = Math.clamp(page, 1, pages);
    var hits = new ArrayList<Found.Hit>();
    var ordered = ordered(found);
    var nearest = new HashSet<>(found.nearest().documents());
    int from = (shown - 1) * PAGE_LENGTH;
    for (int document : ordered.subList(from, Math.min(ordered.size(), from + PAGE_LENGTH))) {
      var by =
          !nearest.contains(document)
              ? Found.By.WORDS
              : found.alsoByWords().contains(document) ? Found.By.BOTH : Found.By.MEANING;
      hits.add(hit(document, found.words(), by));
    }
    return new Found(
        found.total(),
        found.total() - found.byWords(),
        shown,
        pages,
        hits,
        how,
        searched,
        facets.count(searcher.getIndexReader(), found.all(), Facets.COUNTED));
  }

  private List<Integer> ordered(Gathered found) {
    var top = Arrays.stream(found.top());
    if (found.nearest().isEmpty() || sort(found.words()) == NEWEST) {
      return top.map(hit -> hit.doc).toList();
    }
    // What is near alone scores nothing by words.
    var words =
        top.filter(hit -> ((FieldDoc) hit).fields[0] instanceof Float score && score > 0)
            .map(hit -> hit.doc)
            .toList();
    return Fused.of(words, found.nearest().documents());
  }

  private Found.Hit hit(int number, Query words, Found.By by) throws IOException {
    Document document = searcher.storedFields().document(number);
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
        List.of(document.getValues(CommentDocument.THEME)),
        CommentDocument.sides(document),
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
