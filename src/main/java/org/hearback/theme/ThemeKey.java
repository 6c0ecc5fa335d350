package org.hearback.theme;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Makes the key of a theme out of its name. Pure. */
final class ThemeKey {
  private static final int LONGEST = 41;

  // Room for a number behind it.
  private static final int NAME_LONGEST = 36;

  // Pages beside those of themes.
  private static final Set<String> OF_PAGES = Set.of(ThemeNewPage.NAME);

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final Pattern ENDS = Pattern.compile("^[^a-z]+|-+$");

  private ThemeKey() {}

  /**
   * The name in small letters, with a line for everything else, and a number behind it where the
   * key is taken.
   */
  static String of(String name, Predicate<String> taken) {
    var letters = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    var plain = ends(OTHER.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("-"));
    var cut = ends(plain.substring(0, Math.min(NAME_LONGEST, plain.length())));
    var key = cut.length() < 2 ? "theme" : cut;
    if (isFree(key, taken)) {
      return key;
    }
    for (int number = 2;
        key.length() + 1 + Integer.toString(number).length() <= LONGEST;
        number++) {
      var next = key + "-" + number;
      if (isFree(next, taken)) {
        return next;
      }
    }
    throw new IllegalStateException("too many themes of one name");
  }

  private static boolean isFree(String key, Predicate<String> taken) {
    return !OF_PAGES.contains(key) && !taken.test(key);
  }

  private static String ends(String key) {
    return ENDS.matcher(key).replaceAll("");
  }
}
