package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The known names of one family as they look in the cases of other languages and in other scripts,
 * for one text. What it says yes to, {@link Names} still weighs: a word of everyday language needs
 * more.
 */
final class Spellings {
  private static final Set<String> ORDINARY = Ordinary.of("en");
  private static final Set<String> ENDINGS = Set.of("pl", "ro");
  private static final int LONG = 5;
  private static final int KEY_LONG = 4;
  private static final int KEY_SLIP_MIN = 6;

  private final String language;
  private final boolean somali;
  private final Set<String> inflected = new HashSet<>();
  private final Set<String> mutated = new HashSet<>();
  private final Set<String> cyrillic = new HashSet<>();
  private final List<String> names = new ArrayList<>();
  private final Set<String> heard = new HashSet<>();
  private final List<Pattern> arabic = new ArrayList<>();
  private final List<Pattern> arabicBeside = new ArrayList<>();

  /** Words in Arabic letters that were weighed already: taking them apart is what costs most. */
  private final Map<String, Boolean> seen = new HashMap<>();

  private Spellings(String language) {
    this.language = language.substring(0, Math.min(2, language.length()));
    this.somali = language.startsWith("so");
  }

  /**
   * @param parts of names, in lower case and folded, with what else their owners are called
   * @param given those of them that the record gives
   */
  static Spellings of(Collection<String> parts, Collection<String> given, String language) {
    var spellings = new Spellings(language);
    for (var part : parts) {
      if (Arabic.is(part)) {
        continue;
      }
      spellings.cyrillic.addAll(Cyrillic.keys(part));
      if (!Cyrillic.is(part)) {
        spellings.inflected.addAll(Inflected.forms(part));
        spellings.heard.add(Somali.key(part));
      }
    }
    for (var part : given) {
      if (Arabic.is(part)) {
        continue;
      }
      spellings.names.add(Cyrillic.key(part));
      if (!Cyrillic.is(part)) {
        spellings.mutated.addAll(Inflected.mutations(part));
        ArabicSpelling.of(part).ifPresent(spellings.arabic::add);
        ArabicSpelling.beside(part).ifPresent(spellings.arabicBeside::add);
      }
    }
    return spellings;
  }

  /** A word of every day that looks like a name's form needs a capital that says so. */
  boolean has(Word word) {
    var lower = word.lower();
    if (Cyrillic.is(lower)) {
      return lower.length() > 2
          && (isClear(word) || !Ordinary.isCommon("uk", lower))
          && hasKey(Cyrillic.key(lower), word.capital())
          && (isClear(word)
              || names.contains(Cyrillic.key(lower))
              || !Ordinary.isCase("uk", lower));
    }
    if (Arabic.is(lower)) {
      return seen.computeIfAbsent(lower, this::hasArabic);
    }
    return (isClear(word) || !Ordinary.isCommon(language, lower)) && hasLatin(word);
  }

  /** Beside a name that is sure, a shorter word in Arabic letters may be another: "جوردان فيل". */
  boolean hasBeside(Word word) {
    return Arabic.is(word.lower())
        && arabicBeside.stream().anyMatch(pattern -> pattern.matcher(word.lower()).matches());
  }

  private static boolean isClear(Word word) {
    return word.capital() && !word.opens();
  }

  private boolean hasKey(String key, boolean capital) {
    if (cyrillic.contains(key)) {
      return capital || key.length() >= KEY_LONG;
    }
    return capital
        && key.length() >= KEY_SLIP_MIN
        && names.stream().anyMatch(name -> name.length() >= KEY_SLIP_MIN && Slip.apart(key, name));
  }

  private boolean hasArabic(String lower) {
    return !arabic.isEmpty()
        && !Ordinary.isCommon(lower)
        && Arabic.stems(lower).stream()
            .filter(stem -> !ORDINARY.contains(stem))
            .anyMatch(stem -> arabic.stream().anyMatch(pattern -> pattern.matcher(stem).matches()));
  }

  /** Only Polish and Romanian have such endings: elsewhere a capital must speak for it. */
  private boolean hasLatin(Word word) {
    var lower = word.lower();
    if (inflected.contains(lower)) {
      return isClear(word)
          || ENDINGS.contains(language)
              && (word.capital() || lower.length() >= LONG)
              && !Ordinary.isCase(language, lower);
    }
    if (mutated.contains(lower)) {
      return isClear(word) && language.equals("cy");
    }
    return isHeard(lower, word.capital());
  }

  private boolean isHeard(String lower, boolean capital) {
    var bare = somali ? Somali.withoutAttached(lower) : lower;
    if (!somali && !capital || !Somali.looksSo(bare) && bare.equals(lower)) {
      return false;
    }
    var key = Somali.key(bare);
    if (heard.contains(key)) {
      return key.length() >= KEY_LONG || capital;
    }
    return capital
        && key.length() >= LONG
        && heard.stream().anyMatch(name -> name.length() >= LONG && Slip.apart(key, name));
  }
}
