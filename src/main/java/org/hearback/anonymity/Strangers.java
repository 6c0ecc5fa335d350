package org.hearback.anonymity;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hearback.anonymity.Gazetteer.Trait;

/**
 * Names of people whom no contact record knows, by lists of names and by what stands around them: a
 * worker, a neighbour, a friend. One that is a word as well ("Hope", "Will") is taken where its
 * place in the sentence makes it a name.
 */
final class Strangers {
  /** What is called by a name; the word itself stays, as it says much and points to nobody. */
  private static final Set<String> ROLES = WordList.words("roles-en.txt");

  /** What a sentence about somebody goes on with. */
  private static final Set<String> GOES_ON = WordList.words("after-name-en.txt");

  /** What follows a name with a capital and is no part of it. */
  private static final Set<String> NO_PART = WordList.words("no-part-of-name-en.txt");

  private static final Set<String> NO_PART_ABROAD = WordList.words("no-doubt.txt");
  private static final Set<String> WHERE = Set.of("at", "in", "near", "from", "to", "on", "ward");
  private static final Set<String> KIN =
      Set.of(
          "twins",
          "family",
          "children",
          "kids",
          "siblings",
          "brothers",
          "sisters",
          "boys",
          "girls");
  private static final Set<String> BUILDINGS =
      Set.of(
          "ward",
          "hospital",
          "centre",
          "center",
          "clinic",
          "house",
          "unit",
          "hub",
          "surgery",
          "suite",
          "room",
          "building",
          "lodge",
          "court",
          "road",
          "street",
          "lane",
          "avenue",
          "close",
          "park");
  private static final Set<String> DETERMINERS =
      Set.of("the", "a", "an", "my", "our", "your", "his", "her", "their", "this", "these", "of");
  private static final int LONG = 5;
  private static final double MOST = 0.5;
  private static final double NEARLY_ALL = 0.85;

  private final String text;
  private final String language;
  private final boolean english;
  private final Set<String> ordinary;
  private final List<Word> words;
  private final boolean caseTells;
  private final BitSet found = new BitSet();

  private Strangers(String text, String language) {
    this.text = text;
    this.language = language;
    this.english = language.startsWith("en");
    this.ordinary = Ordinary.of(language);
    this.words = Word.in(text);
    this.caseTells = caseTells();
  }

  /**
   * In other languages than English only what has a capital, and at the start of a sentence what is
   * a usual name and no word of everyday language.
   */
  static List<Span> find(Folded folded, String language) {
    var strangers = new Strangers(folded.text(), language);
    for (int at = 0; at < strangers.words.size(); at++) {
      if (strangers.isName(at)) {
        strangers.found.set(at);
      }
    }
    strangers.goOn();
    return folded.names(strangers.words, strangers.found, strangers::near);
  }

  private boolean isName(int at) {
    var word = words.get(at);
    var traits = english ? Gazetteer.of(word.lower()) : Abroad.traits(word.lower(), language);
    if (!english && !word.capital()) {
      return false;
    }
    if (!english && isEveryday(word) && !isFirstOfTwo(at)) {
      return false;
    }
    if (!english && word.opens()) {
      return isPlain(word, traits) && !Ordinary.isCommon(language, word.lower());
    }
    if (!caseTells || !word.capital()) {
      return isPlain(word, traits);
    }
    if (at + 1 < words.size() && near(at + 1) && BUILDINGS.contains(words.get(at + 1).lower())) {
      return false;
    }
    if (NO_PART.contains(word.lower()) && !(traits.contains(Trait.FIRST) && isFirstOfTwo(at))
        || isShouted(word) && !isPlain(word, traits)) {
      return false;
    }
    boolean called = at > 0 && ROLES.contains(words.get(at - 1).lower()) && near(at);
    boolean place = after(at, WHERE);
    if (traits.contains(Trait.FIRST)) {
      if (called || isFirstOfTwo(at)) {
        return true;
      }
      if (traits.contains(Trait.PLACE)) {
        return !place && goesOn(at);
      }
      return !isUnsure(word, traits) || !after(at, DETERMINERS) && (!word.opens() || goesOn(at));
    }
    if (isOfFamily(at)) {
      return true;
    }
    return traits.contains(Trait.LAST)
        && (called || !isWord(traits, word) && !place && (!word.opens() || goesOn(at)));
  }

  /** What has its capital from politeness, a day or a people, or is on our own pages. */
  private boolean isEveryday(Word word) {
    return NO_PART_ABROAD.contains(word.lower()) || Ordinary.isOwn(language, word.lower());
  }

  /** "the Kerslake twins", in no list though they may be. */
  private boolean isOfFamily(int at) {
    return after(at, Set.of("the"))
        && at + 1 < words.size()
        && near(at + 1)
        && KIN.contains(words.get(at + 1).lower())
        && !ordinary.contains(words.get(at).lower());
  }

  /** A word that is not given as a name so often that a capital alone makes it one. */
  private boolean isUnsure(Word word, Set<Trait> traits) {
    return ordinary.contains(word.lower())
        || traits.contains(Trait.WORD) && !traits.contains(Trait.USUAL);
  }

  private boolean after(int at, Set<String> these) {
    return at > 0 && these.contains(words.get(at - 1).lower()) && near(at);
  }

  /** "April Sanderson", "Hope Summer". */
  private boolean isFirstOfTwo(int at) {
    if (at + 1 >= words.size() || !near(at + 1) || after(at, DETERMINERS)) {
      return false;
    }
    var next = words.get(at + 1);
    return next.capital()
        && !NO_PART.contains(next.lower())
        && !isShouted(next)
        && Gazetteer.of(next.lower()).contains(Trait.LAST);
  }

  private boolean isWord(Set<Trait> traits, Word word) {
    return traits.contains(Trait.WORD)
        || traits.contains(Trait.PLACE)
        || ordinary.contains(word.lower());
  }

  /** A name whatever its letters' case. */
  private boolean isPlain(Word word, Set<Trait> traits) {
    return traits.contains(Trait.USUAL) && !isWord(traits, word) && word.lower().length() >= LONG;
  }

  private boolean goesOn(int at) {
    if (text.startsWith("'s ", words.get(at).end())) {
      return true;
    }
    if (at + 1 >= words.size()) {
      return false;
    }
    var next = words.get(at + 1).lower();
    boolean joined = near(at + 1) || text.startsWith(", ", words.get(at).end());
    return joined && (GOES_ON.contains(next) || next.equals("and") && isFirst(at + 2));
  }

  private boolean isFirst(int at) {
    return at < words.size()
        && words.get(at).capital()
        && Gazetteer.of(words.get(at).lower()).contains(Trait.FIRST);
  }

  /** The surname after a first name, the second half of a double one. */
  private void goOn() {
    for (int at = 1; at < words.size(); at++) {
      if (found.get(at - 1) && !found.get(at) && near(at) && isPart(at)) {
        found.set(at);
      }
    }
    for (int at = words.size() - 2; at >= 0; at--) {
      char gap = text.charAt(words.get(at).end());
      boolean half = gap == '-' || gap == '\'' && words.get(at).lower().length() == 1;
      if (found.get(at + 1) && half && words.get(at).capital() && near(at + 1)) {
        found.set(at);
      }
    }
  }

  private boolean isPart(int at) {
    var word = words.get(at);
    if (text.charAt(word.start() - 1) == '\'') {
      return word.lower().length() > 2;
    }
    return caseTells
        && word.capital()
        && !NO_PART.contains(word.lower())
        && !ROLES.contains(word.lower())
        && !isShouted(word);
  }

  private boolean near(int at) {
    var gap = text.substring(words.get(at - 1).end(), words.get(at).start());
    return gap.length() <= 2 && gap.chars().allMatch(c -> " -'".indexOf(c) >= 0);
  }

  private boolean isShouted(Word word) {
    var shown = text.substring(word.start(), word.end());
    return shown.length() > 1 && shown.equals(shown.toUpperCase(Locale.ROOT));
  }

  /** Not where all is in capitals, or nearly every word begins with one. */
  private boolean caseTells() {
    var inside = words.stream().filter(word -> !word.opens() && word.lower().length() > 2).toList();
    long capitals = inside.stream().filter(Word::capital).count();
    long shouted = inside.stream().filter(this::isShouted).count();
    return inside.size() < LONG
        || capitals < inside.size() * NEARLY_ALL && shouted <= inside.size() * MOST;
  }
}
