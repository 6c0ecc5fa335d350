package org.hearback.theme;

import java.util.Set;

/**
 * Urdu words: number, case, gender and tense stand behind a word as endings, and the end of a verb
 * may be a part of a noun. So each word is filed twice, as if it were one and as if the other.
 */
final class Urdu {
  // In the letters that PersianNormalizationFilter leaves: one for both forms of ye, one for both
  // of he.
  private static final Suffixes NOUNS = new Suffixes(2, "وں يں اں ياں يوں ييں ييوں يي ز ا ي ه و ں");

  private static final Suffixes VERBS =
      new Suffixes(2, "تا تي تيں نا ني يا ييں يي ييگا يگا يگي وں يں و ا ي");

  private Urdu() {}

  /** The forms under which a word is filed; it has no marks. */
  static Set<String> readings(String word) {
    var noun = NOUNS.off(word);
    var verb = VERBS.off(word);
    return noun.equals(verb) ? Set.of(noun) : Set.of(noun, verb);
  }
}
