package org.hearback.anonymity;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of people whom no contact record knows, in Cyrillic and Arabic letters: by a list, in every
 * case, and by the endings of Ukrainian surnames. {@link Strangers} has the lists of Latin ones.
 */
final class OtherScripts {
  private static final Set<String> CYRILLIC = new HashSet<>();
  private static final Set<String> ARABIC = new HashSet<>();
  private static final Set<String> NO_PART = WordList.words("no-doubt.txt");

  /** Keys of names that are usual in the lists of Latin ones. */
  private static final Set<String> USUAL = new HashSet<>();

  private static final Set<String> ORDINARY = Ordinary.of("uk");

  /** Of keys: Коваленко, Шевчук, Левицький, Петрівна, each in its cases. */
  private static final Pattern SURNAME =
      Pattern.compile(
          "\\p{L}{2,20}(?:enk(?:o|a|u|om|ovi|i|iv|am)|Cuk(?:|a|u|om|ovi|i|iv)"
              + "|sk(?:i|oho|omu|im|a|oi|u"
              + "|ou|ih)|ck(?:i|oho|omu|im|a|oi|u|ou|ih)|ivn(?:a|i|u|ou)|oviC(?:|a|u|em|evi)"
              + "|Sin(?:|a|oi|u|i)|uk|Cak|ovska|iv)");

  /** Countries, towns and what comes from them end like surnames. */
  private static final Pattern NO_SURNAME =
      Pattern.compile(
          "(?:ukrain|anhli|polsk|rosi|brist|brit|evrop|rimsk|harkiv|lviv|kiv|Cernihiv|kiev).*");

  static {
    Gazetteer.usualFirstNames().forEach(name -> USUAL.add(Cyrillic.key(name)));
    for (var list : List.of("nicknames.txt", "names-by-script.txt")) {
      for (var name : WordList.words(list)) {
        if (Cyrillic.is(name)) {
          CYRILLIC.addAll(Cyrillic.keys(name));
        } else if (Arabic.is(name)) {
          ARABIC.add(name);
        }
      }
    }
  }

  private static final int LONG = 4;

  private final String text;
  private final List<Word> words;
  private final BitSet found = new BitSet();
  private final Map<String, Boolean> seen = new HashMap<>();

  private OtherScripts(String text) {
    this.text = text;
    this.words = Word.in(text);
  }

  static List<Span> find(Folded folded) {
    var names = new OtherScripts(folded.text());
    for (int at = 0; at < names.words.size(); at++) {
      if (names.isStranger(at)) {
        names.found.set(at);
      }
    }
    return folded.names(names.words, names.found, names::near);
  }

  /** Whether a list has it, whatever its script. */
  static boolean isName(String word) {
    var lower = word.toLowerCase(java.util.Locale.ROOT);
    if (Cyrillic.is(lower)) {
      return CYRILLIC.contains(Cyrillic.key(lower));
    }
    return Arabic.is(lower)
        ? Arabic.stems(lower).stream().anyMatch(ARABIC::contains)
        : Gazetteer.of(lower).contains(Gazetteer.Trait.FIRST);
  }

  private boolean isStranger(int at) {
    var word = words.get(at);
    var lower = word.lower();
    if (Arabic.is(lower)) {
      return seen.computeIfAbsent(lower, it -> isName(it) && !isOrdinaryArabic(it))
          || at > 0 && found.get(at - 1) && near(at) && ARABIC.contains(lower);
    }
    if (!Cyrillic.is(lower) || !word.capital() || lower.length() < 3) {
      return false;
    }
    var key = Cyrillic.key(lower);
    boolean beside = at > 0 && found.get(at - 1) && near(at);
    boolean listed = CYRILLIC.contains(key) && !ORDINARY.contains(lower);
    boolean surname = SURNAME.matcher(key).matches() && !NO_SURNAME.matcher(key).matches();
    return beside
        || listed && (!word.opens() || !Ordinary.isCommon("uk", lower))
        || (surname || isUsual(key)) && !word.opens() && isUncommon(lower);
  }

  /** "Кайлу", a name of the Latin lists in a case of the other script. */
  private static boolean isUsual(String key) {
    return Cyrillic.bases(key).stream().anyMatch(USUAL::contains);
  }

  private static boolean isUncommon(String lower) {
    return !NO_PART.contains(lower) && !Ordinary.isCommon("uk", lower);
  }

  /** A name that the list has as it stands is not led back to what may be left of it. */
  private static boolean isOrdinaryArabic(String lower) {
    if (ARABIC.contains(lower)) {
      return ORDINARY.contains(lower) || Ordinary.isOwn("ar", lower) || Ordinary.isOwn("ur", lower);
    }
    return lower.length() < LONG || Ordinary.isCommon(lower);
  }

  private boolean near(int at) {
    var gap = text.substring(words.get(at - 1).end(), words.get(at).start());
    return gap.length() == 1 && " -".contains(gap);
  }
}
