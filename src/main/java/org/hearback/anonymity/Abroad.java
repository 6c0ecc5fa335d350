package org.hearback.anonymity;

import java.util.List;
import java.util.Set;
import org.hearback.anonymity.Gazetteer.Trait;

/** Names of the lists in the cases of Polish and Romanian: "z Kasią", "Ioanei". */
final class Abroad {
  private static final List<String> POLISH =
      List.of("iowi", "owi", "iem", "em", "iej", "ie", "a", "u", "y", "i", "e");
  private static final List<String> ROMANIAN = List.of("ei", "ii", "ule", "ului");
  private static final List<String> BASES = List.of("", "a", "ia");
  private static final int STEM_MIN = 3;

  private Abroad() {}

  /** Those of the word; where no list has it, those of a first name that it may be a form of. */
  static Set<Trait> traits(String lower, String language) {
    var traits = Gazetteer.of(lower);
    if (!traits.isEmpty() || Ordinary.isOwn(language, lower)) {
      return traits;
    }
    var endings =
        language.startsWith("pl")
            ? POLISH
            : language.startsWith("ro") ? ROMANIAN : List.<String>of();
    for (var ending : endings) {
      int stem = lower.length() - ending.length();
      if (lower.endsWith(ending) && stem >= STEM_MIN) {
        for (var base : BASES) {
          var found = Gazetteer.of(lower.substring(0, stem) + base);
          if (found.contains(Trait.FIRST)
              && found.contains(Trait.USUAL)
              && !found.contains(Trait.PLACE)
              && !found.contains(Trait.WORD)) {
            return found;
          }
        }
      }
    }
    return traits;
  }
}
