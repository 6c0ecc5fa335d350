package org.hearback.theme;

import static org.hearback.anonymity.Label.OUTSIDE_FIGURES;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.Disclosure;

/**
 * How many answers of a quarter say which theme, for a release that is made of it: what people
 * sorted counts as they sorted it, everything else as the book does. An answer counts once a theme.
 * What is {@linkplain org.hearback.anonymity.Label#OUTSIDE_FIGURES outside} of other figures is not
 * counted here either. Safe for any thread.
 */
@Singleton
public class ThemesCounted {
  private static final Set<String> LABEL = Set.of("area", "audience", "period");

  private final CommentIndex index;
  private final ThemeBooks books;
  private final ReadingRows rows;

  ThemesCounted(CommentIndex index, ThemeBooks books, ReadingRows rows) {
    this.index = index;
    this.books = books;
    this.rows = rows;
  }

  /** The answers under one label that say a theme. */
  public record Said(String area, String audience, String period, String theme, int answers) {}

  /**
   * What was counted of a quarter.
   *
   * @param by what sorted them, as far as it is not in the versions
   * @param versions of each theme in the book; 0 as it was shipped
   */
  public record Counted(String by, Map<String, Integer> versions, List<Said> said) {}

  private record Label(String area, String audience, String period) {}

  /**
   * All comments of a quarter, or whose label has the year that ends with it.
   *
   * @return empty while the index is not in step with the store or is sorted anew: ask again later
   */
  public Optional<Counted> of(CellSpan quarter) {
    var made = index.madeBy();
    if (made.isEmpty() || isBehind()) {
      return Optional.empty();
    }
    return Optional.of(
        new Counted(
            made.get().sortedBy(),
            books.versions(),
            index.read((searcher, facets) -> said(searcher, facets, quarter))));
  }

  private boolean isBehind() {
    long last = rows.lastChange();
    var mark = rows.mark(last);
    return index
        .position()
        .filter(at -> at.no() == last && (mark.isEmpty() || mark.equals(at.mark())))
        .isEmpty();
  }

  private static List<Said> said(IndexSearcher searcher, Facets facets, CellSpan quarter)
      throws IOException {
    var query =
        new BooleanQuery.Builder()
            .add(period(quarter.key()), Occur.SHOULD)
            .add(period(String.valueOf(quarter.year())), Occur.SHOULD);
    OUTSIDE_FIGURES.forEach(mark ->
        query.add(new TermQuery(new Term(CommentDocument.MILESTONE, mark)), Occur.MUST_NOT));
    var reader = searcher.getIndexReader();
    var stored = searcher.storedFields();
    var themes = facets.labels(reader, CommentDocument.THEME);
    var said = new HashMap<Label, Map<String, Set<Integer>>>();
    facets
        .answers(reader)
        .each(
            FoundBits.of(searcher, query.build()),
            (comment, answer) -> {
              var label = label(stored.document(comment, LABEL));
              if (Disclosure.closes(quarter, label.period())) {
                for (int theme : themes.of(comment)) {
                  said.computeIfAbsent(label, _ -> new HashMap<>())
                      .computeIfAbsent(themes.name(theme), _ -> new HashSet<>())
                      .add(answer);
                }
              }
            });
    return said.entrySet().stream().flatMap(ThemesCounted::said).toList();
  }

  private static Stream<Said> said(Map.Entry<Label, Map<String, Set<Integer>>> one) {
    var label = one.getKey();
    return one.getValue().entrySet().stream()
        .map(theme ->
            new Said(
                label.area(),
                label.audience(),
                label.period(),
                theme.getKey(),
                theme.getValue().size()));
  }

  private static Label label(Document comment) {
    return new Label(comment.get("area"), comment.get("audience"), comment.get("period"));
  }

  private static TermQuery period(String value) {
    return new TermQuery(new Term(CommentDocument.IN_PERIOD, value));
  }

  /** A theme as a version of it had it. */
  public record Named(String name, String usually) {}

  /**
   * What a theme was called, and which way it was mostly said, when a quarter was sorted by a
   * version of it; 0 as it is shipped.
   */
  public Named named(String theme, int version) {
    return books
        .find(theme, version)
        .or(() -> books.find(theme)) // a restore may have lost the version
        .map(it -> new Named(it.name(), it.usually().map(Side::words).orElse("")))
        .orElseGet(() -> new Named(theme, ""));
  }
}
