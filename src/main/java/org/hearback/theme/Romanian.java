package org.hearback.theme;

import java.util.Set;

/** Romanian words: what the stemmer leaves standing of article, case, person and participle. */
final class Romanian {
  private static final Suffixes ENDINGS =
      new Suffixes(
          3,
          """
          ul ului lui il ilor lor elor ele ile le uri urile ri rii rilor urilor ei ii iei ia ea iile
          a e i u o ur ir
          at ata ate ati it ita ite iti ut uta ute uti and ind
          esc est eaz ez easc em im am ati iti eti am ai au
          """);

  private static final Suffixes VOWELS = new Suffixes(3, "a e i o u");

  private Romanian() {}

  /** The form under which a word is filed; it has no accents and no capitals. */
  static Set<String> readings(String word) {
    var stem = VOWELS.off(ENDINGS.off(word));
    // "noapte, nopți", "pleacă, plec": a stressed vowel breaks in two.
    return Set.of(stem.replace("oa", "o").replace("ea", "e"));
  }
}
