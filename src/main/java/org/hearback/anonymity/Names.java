package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The names of the contact record, and any name after a title or a relationship word ("Mr Okoro",
 * "Aunty Bev"). The relationship word itself stays: "my nan" says much and points to nobody.
 */
final class Names {
  private static final Set<String> ORDINARY = NameParts.ordinary();
  private static final Set<String> TITLES = WordList.words("titles.txt");
  private static final Set<String> NO_NAME = WordList.words("after-title.txt");
  private static final Set<String> SAYING =
      Set.of(
          "said", "says", "told", "tells", "came", "comes", "asked", "asks", "helped", "listened");
  private static final int SHORT = 2;

  private final String text;
  private final List<Word> words;
  private final NameParts parts;
  private final BitSet found = new BitSet();

  private Names(String text, NameParts parts) {
    this.text = text;
    this.words = Word.in(text);
    this.parts = parts;
  }

  static List<Span> find(Folded folded, KnownNames known) {
    var names = new Names(folded.text(), NameParts.of(known));
    if (!known.names().isEmpty()) {
      names.clear();
      names.besideAnother();
    }
    names.afterTitle();
    return names.spans(folded);
  }

  /** Words that can be taken by themselves. */
  private void clear() {
    for (int at = 0; at < words.size(); at++) {
      var word = words.get(at);
      if (isPart(word) && standsAlone(at) || !isOrdinary(word) && parts.isAlmost(word)) {
        found.set(at);
      }
      if (at > 0 && parts.exact().contains(words.get(at - 1).lower() + word.lower()) && near(at)) {
        found.set(at - 1, at + 1);
      }
    }
  }

  private boolean isPart(Word word) {
    return parts.isExact(word.lower());
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

  private static boolean isOrdinary(Word word) {
    return ORDINARY.contains(word.lower());
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
    for (int at = 1; at < words.size(); at++) {
      var word = words.get(at);
      boolean titled = TITLES.contains(words.get(at - 1).lower()) && near(at);
      boolean named = word.capital() || Arabic.is(word.lower()) && !NO_NAME.contains(word.lower());
      if (titled && named && word.lower().length() > 1 && !TITLES.contains(word.lower())) {
        found.set(at);
      }
    }
  }

  private List<Span> spans(Folded folded) {
    var spans = new ArrayList<Span>();
    for (int at = found.nextSetBit(0); at >= 0; at = found.nextSetBit(at + 1)) {
      int last = at;
      while (found.get(last + 1) && near(last + 1)) {
        last++;
      }
      spans.add(folded.span(words.get(at).start(), words.get(last).end(), Tag.NAME));
      at = last;
    }
    return spans;
  }
}
