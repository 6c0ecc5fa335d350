package org.hearback.anonymity;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of the contact record, and any name after a title or a relationship word ("Mr Okoro",
 * "Aunty Bev"). The relationship word itself stays: "my nan" says much and points to nobody.
 */
final class Names {
  private static final Set<String> TITLES = WordList.words("titles.txt");
  private static final Set<String> TITLES_AFTER = WordList.words("titles-after.txt");
  private static final Set<String> KIN = WordList.words("kin.txt");
  private static final Set<String> NO_NAME = WordList.words("after-title.txt");
  private static final Set<String> SAYING =
      Set.of(
          "said", "says", "told", "tells", "came", "comes", "asked", "asks", "helped", "listened");
  private static final int SHORT = 2;

  private final String text;
  private final List<Word> words;
  private final String language;
  private final boolean english;
  private final NameParts parts;
  private final Set<String> ordinary;
  private final BitSet found = new BitSet();
  private final Map<String, Boolean> titles = new HashMap<>();

  private Names(String text, NameParts parts, String language) {
    this.text = text;
    this.language = language;
    this.english = language.startsWith("en");
    this.ordinary = Ordinary.of(language);
    this.words = Word.in(text);
    this.parts = parts;
  }

  static List<Span> find(Folded folded, String language, KnownNames known) {
    var names = new Names(folded.text(), NameParts.of(known, language), language);
    if (!known.names().isEmpty()) {
      names.clear();
      names.besideAnother();
    }
    names.afterTitle();
    return folded.names(names.words, names.found, names::near);
  }

  /** Words that can be taken by themselves. */
  private void clear() {
    for (int at = 0; at < words.size(); at++) {
      var word = words.get(at);
      if (isPart(word) && standsAlone(at)
          || !isOrdinary(word) && !isCommon(word) && parts.isAlmost(word)) {
        found.set(at);
      }
      if (at > 0 && parts.exact().contains(words.get(at - 1).lower() + word.lower()) && near(at)) {
        found.set(at - 1, at + 1);
      }
    }
  }

  private boolean isPart(Word word) {
    return parts.isExact(word.lower()) || parts.spellings().has(word);
  }

  private boolean standsAlone(int at) {
    var word = words.get(at);
    if (!isOrdinary(word)) {
      return word.lower().length() > SHORT || word.capital() || Arabic.is(word.lower());
    }
    return word.capital() && (!word.opens() || owns(word) || at + 1 < words.size() && says(at + 1));
  }

  private boolean says(int at) {
    return SAYING.contains(words.get(at).lower()) && near(at);
  }

  private boolean owns(Word word) {
    return text.startsWith("'s", word.end());
  }

  private boolean isOrdinary(Word word) {
    var lower = word.lower();
    return ordinary.contains(lower)
        || Arabic.is(lower) && !parts.isExact(lower) && Ordinary.isAttached(ordinary, lower);
  }

  /** English has no list of its words: there slips are forgiven in any word, as before. */
  private boolean isCommon(Word word) {
    return !english
        && (!word.capital() || word.opens())
        && Ordinary.isCommon(Arabic.is(word.lower()) ? "ar" : language, word.lower());
  }

  /**
   * Ordinary words, two-letter parts and initials count beside a name: forth and back, so that a
   * chain is followed.
   */
  private void besideAnother() {
    for (int at = 1; at < words.size(); at++) {
      if (found.get(at - 1) && near(at) && mayJoin(words.get(at))) {
        found.set(at);
      }
    }
    for (int at = words.size() - 2; at >= 0; at--) {
      if (found.get(at + 1) && near(at + 1) && mayJoin(words.get(at))) {
        found.set(at);
      }
    }
    twoOrdinaries();
  }

  /** "hope summer" in small letters is a name when both are parts of known names. */
  private void twoOrdinaries() {
    for (int at = 1; at < words.size(); at++) {
      if (near(at) && isPart(words.get(at - 1)) && isPart(words.get(at))) {
        found.set(at - 1, at + 1);
      }
    }
  }

  private boolean mayJoin(Word word) {
    return isPart(word)
        || parts.spellings().hasBeside(word)
        || word.lower().length() == 1 && word.capital() && !word.lower().equals("i");
  }

  /**
   * Only a blank, a full stop of an initial, a hyphen or an apostrophe lies between this word and
   * the one before.
   */
  private boolean near(int at) {
    var gap = text.substring(words.get(at - 1).end(), words.get(at).start());
    var joiners = words.get(at - 1).isShortened() ? " .-'_" : " -'_";
    return gap.length() <= 2 && gap.chars().allMatch(c -> joiners.indexOf(c) >= 0);
  }

  private void afterTitle() {
    boolean before = false;
    for (int at = 0; at < words.size(); at++) {
      boolean goesOn = before && !english && isCapitalName(words.get(at)) && near(at);
      before = goesOn || isTitled(at);
      if (before || at + 1 < words.size() && isBeforeTitle(at)) {
        found.set(at);
      }
    }
  }

  private boolean isTitled(int at) {
    if (at == 0 || !near(at) || !isTitle(words.get(at - 1))) {
      return false;
    }
    var word = words.get(at);
    boolean named = isCapitalName(word) || Arabic.is(word.lower()) && isNamed(at);
    return named && word.lower().length() > 1 && !isTitle(word);
  }

  /** "Pani Pracownik", "Sora Mea": elsewhere than in English, many a word has a capital. */
  private boolean isCapitalName(Word word) {
    var script = Cyrillic.is(word.lower()) ? "uk" : language;
    return word.capital() && (english || !Ordinary.isEveryday(script, word.lower()));
  }

  /** After a title any word that is not of every day; what "my grandmother" does is no name. */
  private boolean isNamed(int at) {
    var word = words.get(at);
    if (Arabic.prefixed(word.lower()).stream().anyMatch(NO_NAME::contains)) {
      return false;
    }
    return OtherScripts.isName(word.lower())
        || !isOf(KIN, words.get(at - 1)) && !Ordinary.isCommon(word.lower());
  }

  /** Urdu has "sahib" and "baji" behind the name. */
  private boolean isBeforeTitle(int at) {
    var lower = words.get(at).lower();
    return Arabic.is(lower)
        && near(at + 1)
        && TITLES_AFTER.contains(words.get(at + 1).lower())
        && !NO_NAME.contains(lower)
        && !isTitle(words.get(at))
        && (OtherScripts.isName(lower) || !Ordinary.isCommon(lower));
  }

  private boolean isTitle(Word word) {
    return titles.computeIfAbsent(word.lower(), _ -> isOf(TITLES, word));
  }

  private static boolean isOf(Set<String> list, Word word) {
    return list.contains(word.lower())
        || Arabic.is(word.lower()) && Arabic.stems(word.lower()).stream().anyMatch(list::contains);
  }
}
