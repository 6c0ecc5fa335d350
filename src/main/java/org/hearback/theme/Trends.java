package org.hearback.theme;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.hearback.access.Staff;

/**
 * Counts themes over answers: what each says, and in which quarter. Reads the index alone, and of
 * it only what the asker may see. A page needs some 8 bytes a comment while it counts. Safe for any
 * thread.
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
    return index.read((searcher, facets) -> counts(searcher, facets, query));
  }

  private static ThemeCounts counts(IndexSearcher searcher, Facets facets, Query query)
      throws IOException {
    var reader = searcher.getIndexReader();
    var found = FoundBits.of(searcher, query);
    var answers = facets.answers(reader);
    // Comments of an answer lie anywhere. Each leads to the one before it; numbers are one higher
    // than they are, so that 0 is none.
    var last = new int[answers.many()];
    var before = new int[found.length()];
    answers.each(
        found,
        (document, answer) -> {
          before[document] = last[answer];
          last[answer] = document + 1;
        });
    var themes = facets.labels(reader, CommentDocument.THEME);
    var periods = facets.labels(reader, CommentDocument.IN_PERIOD);
    var isQuarter = quarters(periods);
    var tally = new ThemeTally(themes.many(), periods.many());
    for (int newest : last) {
      int first = -1;
      for (int at = newest; at > 0; at = before[at - 1]) {
        first = at - 1;
        tally.comment(themes.of(first));
      }
      if (first >= 0) {
        // All comments of an answer share its label.
        tally.end(quarter(periods.of(first), isQuarter));
      }
    }
    return tally.counts(themes::name, periods::name);
  }

  /** Which of the periods, by number; others are months and years. */
  private static boolean[] quarters(Labels periods) {
    var isQuarter = new boolean[periods.many()];
    for (int number = 0; number < isQuarter.length; number++) {
      isQuarter[number] = QUARTER.matcher(periods.name(number)).matches();
    }
    return isQuarter;
  }

  private static int quarter(int[] periods, boolean[] isQuarter) {
    for (int number : periods) {
      if (isQuarter[number]) {
        return number;
      }
    }
    return ThemeTally.UNDATED;
  }
}
