package org.hearback.form;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The age at which most people in England read a text with ease: the Flesch-Kincaid grade, and five
 * for the years before school. It counts words and syllables, so it knows nothing of jargon, and it
 * says nothing of a line or two. Pure.
 */
final class ReadingAge {
  static final String NAME = "reading-age";

  /** Fewer words than this are too few to tell. */
  static final int WORDS_MIN = 30;

  private static final double WORDS_A_SENTENCE = 0.39;
  private static final double SYLLABLES_A_WORD = 11.8;
  private static final double BASE = -15.59;
  private static final int SCHOOL_BEGINS = 5;

  private ReadingAge() {}

  /** Of all these sentences together; empty where they are too few to tell. */
  static OptionalDouble of(List<String> sentences) {
    int words = 0;
    int syllables = 0;
    for (var sentence : sentences) {
      for (var word : Said.words(sentence)) {
        words++;
        syllables += Syllables.in(word);
      }
    }
    if (words < WORDS_MIN) {
      return OptionalDouble.empty();
    }
    double grade =
        WORDS_A_SENTENCE * words / sentences.size() + SYLLABLES_A_WORD * syllables / words + BASE;
    return OptionalDouble.of(Math.max(grade, 0) + SCHOOL_BEGINS);
  }
}
