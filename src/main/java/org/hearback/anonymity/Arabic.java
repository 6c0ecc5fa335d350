package org.hearback.anonymity;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What can stand in front of an Arabic word without a blank: and, so, with, for, like, the. Words
 * are folded before.
 */
final class Arabic {
  private static final String JOINERS = "وف";
  private static final String PREPOSITIONS = "بلك";
  private static final String ARTICLE = "ال";
  private static final int STEM_MIN = 2;

  private Arabic() {}

  static boolean is(String word) {
    return !word.isEmpty()
        && Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.ARABIC;
  }

  /** The word itself and what is left of it when letters that may be attached are taken off. */
  static Set<String> stems(String word) {
    var stems = new LinkedHashSet<String>();
    stems.add(word);
    if (is(word)) {
      strip(stems, word);
      if (startsWithAny(word, JOINERS)) {
        strip(stems, word.substring(1));
      }
    }
    return stems;
  }

  private static void strip(Set<String> stems, String word) {
    add(stems, word);
    add(stems, withoutArticle(word));
    if (startsWithAny(word, PREPOSITIONS)) {
      var rest = word.substring(1);
      add(stems, rest);
      add(stems, withoutArticle(rest));
      // li + al is written with two lams and no alef
      if (word.startsWith("لل")) {
        add(stems, word.substring(2));
      }
    }
  }

  /** The word itself, and without "and", "in", "to" before it; the article stays. */
  static Set<String> prefixed(String word) {
    var stems = new LinkedHashSet<String>();
    stems.add(word);
    var rest = startsWithAny(word, JOINERS) ? word.substring(1) : word;
    add(stems, rest);
    if (startsWithAny(rest, PREPOSITIONS)) {
      add(stems, rest.substring(1));
    }
    return stems;
  }

  /** What follows "a school" and ends like this says how it is, not what it is called. */
  static boolean isAdjective(String word) {
    return word.endsWith("ه") && !word.startsWith(ARTICLE);
  }

  static String withoutArticle(String word) {
    return word.startsWith(ARTICLE) && word.length() >= ARTICLE.length() + STEM_MIN
        ? word.substring(ARTICLE.length())
        : word;
  }

  private static void add(Set<String> stems, String stem) {
    if (stem.length() >= STEM_MIN) {
      stems.add(stem);
    }
  }

  private static boolean startsWithAny(String word, String letters) {
    return !word.isEmpty() && letters.indexOf(word.charAt(0)) >= 0;
  }
}
