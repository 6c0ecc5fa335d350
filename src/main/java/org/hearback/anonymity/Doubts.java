package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may point to a person and may not, for a reader to look at: a capital inside a sentence, a
 * month, a number of two digits or more, a number in words from eleven.
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

  private Doubts() {}

  static List<Span> find(Folded folded) {
    var found = new ArrayList<Span>();
    for (var word : Word.in(folded.text())) {
      boolean unknown = word.capital() && !word.opens() && !KNOWN.contains(word.lower());
      boolean month = word.capital() && COUNTS.contains(word.lower());
      boolean count = COUNTS.contains(word.lower()) && !isVerb(word.lower());
      if (word.lower().length() > 1 && (unknown || month || count)) {
        found.add(folded.span(word.start(), word.end(), Tag.DETAIL));
      }
    }
    NUMBER
        .matcher(folded.text())
        .results()
        .forEach(number -> found.add(folded.span(number.start(), number.end(), Tag.DETAIL)));
    return found;
  }

  private static boolean isVerb(String lower) {
    return lower.equals("may") || lower.equals("march");
  }
}
