package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What may point to a person and may not, for a reader to look at: a capital inside a sentence, a
 * month, a number of two digits or more, a number in words from eleven; in Arabic letters what may
 * be a usual name by its consonants.
 */
final class Doubts {
  private static final Set<String> KNOWN = WordList.words("no-part-of-name-en.txt");
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.,:/-]{0,20}[0-9]");
  private static final Set<String> COUNTS =
      Set.of(
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "sixty",
          "seventy",
          "eighty",
          "ninety",
          "twin",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final Set<String> KNOWN_ABROAD = WordList.words("no-doubt.txt");
  private static final Set<String> COUNTS_ABROAD = countsAbroad();
  private static final int LONG = 4;

  private Doubts() {}

  static List<Span> find(Folded folded) {
    var found = new ArrayList<Span>();
    for (var word : Word.in(folded.text())) {
      if (word.lower().length() > 1 && (isUnknown(word) || isCount(word) || isLikeAName(word))) {
        found.add(folded.span(word.start(), word.end(), Tag.DETAIL));
      }
    }
    NUMBER
        .matcher(folded.text())
        .results()
        .forEach(number -> found.add(folded.span(number.start(), number.end(), Tag.DETAIL)));
    return found;
  }

  private static boolean isUnknown(Word word) {
    return word.capital()
        && !word.opens()
        && !KNOWN.contains(word.lower())
        && !KNOWN_ABROAD.contains(word.lower());
  }

  private static boolean isCount(Word word) {
    var lower = word.lower();
    return COUNTS.contains(lower) && (word.capital() || !isVerb(lower))
        || COUNTS_ABROAD.contains(lower);
  }

  /** In Arabic letters, where no capital shows a name. */
  private static boolean isLikeAName(Word word) {
    var lower = word.lower();
    return Arabic.is(lower)
        && lower.length() > 2
        && (OtherScripts.isName(lower)
            || !Ordinary.isCommon(lower)
                && Arabic.prefixed(lower).stream().anyMatch(Consonants::areOfName));
  }

  /** Numbers from eleven and months; short ones are words of their own in another language. */
  private static Set<String> countsAbroad() {
    var numbers = new ArrayList<>(IntStream.rangeClosed(11, 19).boxed().toList());
    IntStream.rangeClosed(2, 9).forEach(ten -> numbers.add(ten * 10));
    return Stream.concat(NumberWords.of(numbers).stream(), Months.names().stream())
        .filter(word -> word.length() >= LONG || Arabic.is(word) && word.length() >= LONG - 1)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isVerb(String lower) {
    return lower.equals("may") || lower.equals("march");
  }
}
