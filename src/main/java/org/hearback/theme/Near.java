package org.hearback.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * A phrase with a choice of words in its places: {@code "many|loads worker|sw"~3} is one of the
 * first and one of the second, in any order and with three words between them at the most; without
 * a number they stand one after the other.
 */
final class Near {
  private static final int PLACES_MOST = 8;
  private static final int CHOICES_MOST = 60;
  // "e-mail" is two words; choices of more than one word are multiplied out.
  private static final int LONG_MOST = 4;

  private Near() {}

  static boolean isOne(String phrase) {
    return phrase.indexOf('|') >= 0;
  }

  /**
   * Finds nothing where the phrase is wider than anybody writes one: it would cost too much.
   *
   * @param gap how many words may stand between; 0 for a phrase in its order
   */
  static Query query(String phrase, int gap, Iterable<String> fields) {
    var places =
        Arrays.stream(phrase.strip().split("\\s+"))
            .map(place ->
                Arrays.stream(place.split("\\|")).filter(Predicate.not(String::isBlank)).toList())
            .filter(choice -> !choice.isEmpty())
            .toList();
    if (places.isEmpty()
        || places.size() > PLACES_MOST
        || places.stream().anyMatch(choice -> choice.size() > CHOICES_MOST)) {
      return new MatchNoDocsQuery("too wide");
    }
    var query = new BooleanQuery.Builder();
    for (var field : fields) {
      var words = places.stream().map(choice -> words(choice, field)).toList();
      long several = words.stream().flatMap(List::stream).filter(it -> it.minExtent() > 1).count();
      if (several > LONG_MOST) {
        return new MatchNoDocsQuery("too wide");
      }
      query.add(new NearQuery(field, words, gap), Occur.SHOULD);
    }
    return query.build();
  }

  private static List<IntervalsSource> words(List<String> choice, String field) {
    return choice.stream().map(word -> word(word, field)).toList();
  }

  private static IntervalsSource word(String word, String field) {
    try {
      return Intervals.analyzedText(word, Analysis.ANALYZER, field, 0, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string is not read from anywhere
    }
  }
}
