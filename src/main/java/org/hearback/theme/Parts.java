package org.hearback.theme;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an English text says one after the other: its sentences, and in them what "and" and "but"
 * join, as people say "she was kind but the letter came late". Pure.
 */
final class Parts {
  /** Of more the first ones are looked at: reading each takes the model milliseconds. */
  static final int MOST = 8;

  private static final int LETTERS_LEAST = 8;
  private static final Pattern JOINT =
      Pattern.compile(
          "[;\\n]|\\s[-–—]\\s(?:(?:and|but)\\s)?|,?\\s(?:and|but)\\s", Pattern.CASE_INSENSITIVE);

  private Parts() {}

  /** None where there is only one. */
  static List<String> of(String english) {
    var parts =
        sentences(english).stream()
            .flatMap(JOINT::splitAsStream)
            .map(String::strip)
            .filter(Parts::isOne)
            .limit(MOST)
            .toList();
    return parts.size() < 2 ? List.of() : parts;
  }

  private static boolean isOne(String part) {
    return part.length() >= LETTERS_LEAST && part.codePoints().anyMatch(Character::isLetter);
  }

  private static List<String> sentences(String english) {
    var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(english);
    var sentences = new ArrayList<String>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      sentences.add(english.substring(from, to));
      from = to;
    }
    return sentences;
  }
}
