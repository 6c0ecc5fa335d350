package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Phone numbers that are written out: "oh seven seven double oh ...", in any of the eight
 * languages, digits mixed in.
 */
final class SpokenDigits {
  private static final int DIGITS_MIN = 7;
  private static final Pattern TOKEN =
      Pattern.compile("\\p{L}{1,20}(?:'\\p{L}{1,10})?|[0-9]{1,20}");
  private static final Map<String, Integer> TIMES = Map.of("double", 2, "treble", 3, "triple", 3);
  private static final Set<String> ENGLISH =
      Set.of(
          "zero", "oh", "o", "nought", "naught", "nil", "one", "two", "three", "four", "five",
          "six", "seven", "eight", "nine");
  private static final Set<String> OTHERS =
      NumberWords.of(IntStream.rangeClosed(0, 9).boxed().toList());

  private SpokenDigits() {}

  static List<Span> find(Folded folded) {
    var found = new ArrayList<Span>();
    var tokens = TOKEN.matcher(folded.text());
    int start = -1;
    int end = -1;
    int count = 0;
    int words = 0;
    int next = 1;
    while (tokens.find()) {
      var token = tokens.group().toLowerCase(java.util.Locale.ROOT);
      boolean near = start >= 0 && tokens.start() - end <= 3;
      boolean number = Character.isDigit(token.charAt(0));
      boolean belongs =
          number || ENGLISH.contains(token) || OTHERS.contains(token) || TIMES.containsKey(token);
      if (!belongs || !near) {
        close(folded, found, start, end, count, words);
        start = belongs ? tokens.start() : -1;
        count = 0;
        words = 0;
        next = 1;
      }
      if (belongs) {
        end = tokens.end();
        words += number ? 0 : 1;
        count += number ? token.length() : TIMES.containsKey(token) ? 0 : next;
        next = TIMES.getOrDefault(token, 1);
      }
    }
    close(folded, found, start, end, count, words);
    return found;
  }

  private static void close(
      Folded folded, List<Span> found, int start, int end, int count, int words) {
    if (start >= 0 && count >= DIGITS_MIN && words > 0) {
      found.add(folded.span(start, end, Tag.PHONE));
    }
  }
}
