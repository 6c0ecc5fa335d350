package org.hearback.theme;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.hearback.access.Staff;

/**
 * Counts themes over answers: what each says, and in which quarter. Reads the index alone, and of
 * it only what the asker may see. Safe for any thread.
 */
@Singleton
final class Trends {
  private static final Pattern QUARTER = Pattern.compile("\\d{4}-Q[1-4]");

  private final CommentIndex index;

  Trends(CommentIndex index) {
    this.index = index;
  }

  /**
   * True counts of what somebody may see.
   *
   * @throws IndexNotReady while no index has been built
   */
  ThemeCounts counts(Filter filter, Staff staff) {
    var query = Asked.all(MatchAllDocsQuery.INSTANCE, filter, staff.areas());
    return index.read((searcher, _) -> ThemeCounts.of(heard(searcher, query)));
  }

  private static Collection<Heard> heard(IndexSearcher searcher, Query query) throws IOException {
    var reader = searcher.getIndexReader();
    var found = Postings.found(searcher, query);
    var themes = new HashMap<Integer, Set<String>>();
    Postings.each(
        reader,
        CommentDocument.THEME,
        found,
        (theme, document) -> themes.computeIfAbsent(document, _ -> new HashSet<>()).add(theme));
    var quarters = new HashMap<Integer, String>();
    Postings.each(
        reader,
        CommentDocument.IN_PERIOD,
        found,
        (period, document) -> {
          if (QUARTER.matcher(period).matches()) {
            quarters.put(document, period);
          }
        });
    return answers(reader, found).values().stream()
        .map(comments ->
            new Heard(
                // All comments of an answer share its label.
                quarters.getOrDefault(comments.getFirst(), ""),
                comments.stream().map(it -> themes.getOrDefault(it, Set.of())).toList()))
        .toList();
  }

  /** The found comments of each answer. */
  private static Map<Integer, List<Integer>> answers(IndexReader reader, FixedBitSet found)
      throws IOException {
    var answers = new HashMap<Integer, List<Integer>>();
    var responses = MultiDocValues.getSortedValues(reader, CommentDocument.RESPONSE);
    if (responses == null) {
      return answers; // nothing is indexed yet
    }
    for (int document = responses.nextDoc();
        document < found.length();
        document = responses.nextDoc()) {
      if (found.get(document)) {
        answers.computeIfAbsent(responses.ordValue(), _ -> new ArrayList<>()).add(document);
      }
    }
    return answers;
  }
}
