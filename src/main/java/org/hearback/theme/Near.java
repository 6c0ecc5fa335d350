package org.hearback.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * A phrase with a choice of words in its places: {@code "many|loads worker|sw"~3} is one of the
 * first and one of the second, in any order and with three words between them at the most; without
 * a number they stand one after the other.
 */
final class Near {
  // Shorter beginnings are those of too many words.
  private static final int BEGINNING_LEAST = 2;

  private Near() {}

  static boolean isOne(String phrase) {
    return phrase.indexOf('|') >= 0;
  }

  /**
   * @param gap how many words may stand between; 0 for a phrase in its order
   */
  static Query query(String phrase, int gap, Iterable<String> fields) {
    var places =
        Arrays.stream(phrase.strip().split("\\s+"))
            .map(place -> place.split("\\|"))
            .map(choice ->
                Arrays.stream(choice).filter(Predicate.not(String::isBlank)).toArray(String[]::new))
            .filter(choice -> choice.length > 0)
            .toList();
    var query = new BooleanQuery.Builder();
    if (!places.isEmpty()) {
      for (var field : fields) {
        var sources =
            places.stream().map(choice -> any(choice, field)).toArray(IntervalsSource[]::new);
        var together = gap == 0 ? Intervals.ordered(sources) : Intervals.unordered(sources);
        query.add(new IntervalQuery(field, Intervals.maxgaps(gap, together)), Occur.SHOULD);
      }
    }
    return query.build();
  }

  private static IntervalsSource any(String[] choice, String field) {
    return Intervals.or(
        Arrays.stream(choice).map(word -> word(word, field)).toArray(IntervalsSource[]::new));
  }

  private static IntervalsSource word(String word, String field) {
    if (word.endsWith("*") && word.length() > BEGINNING_LEAST) {
      var begin = Analysis.ANALYZER.normalize(field, word.substring(0, word.length() - 1));
      return Intervals.prefix(begin, IndexSearcher.getMaxClauseCount());
    }
    try {
      return Intervals.analyzedText(word, Analysis.ANALYZER, field, 0, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string is not read from anywhere
    }
  }
}
