package org.hearback.theme;

import java.util.LinkedHashSet;
import java.util.Set;

/** Arabic words: what the stemmer leaves standing of whose it is and of who does it. */
final class Arabic {
  private static final Suffixes OWNERS =
      new Suffixes(3, "نا هم هما كم كن ني وني ون وا تم تن ت ا و ن ي");

  // "he, she, we and I help" begin with one letter more than "help".
  private static final String PERSONS = "يتنا";
  private static final int VERB_LEAST = 4;

  private Arabic() {}

  /** The forms under which a word is filed that the stemmer has been at. */
  static Set<String> readings(String word) {
    var stem = OWNERS.off(OWNERS.off(word));
    var all = new LinkedHashSet<String>();
    all.add(stem);
    if (stem.length() >= VERB_LEAST && PERSONS.indexOf(stem.charAt(0)) >= 0) {
      all.add(stem.substring(1));
    }
    return all;
  }
}
