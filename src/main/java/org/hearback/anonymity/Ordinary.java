package org.hearback.anonymity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words of everyday language that are names as well, or look like a form of one. English ones, and
 * those of scripts that no other language here shares, count in every text; those of the other
 * languages only in texts of theirs.
 */
final class Ordinary {
  private static final List<String> EVERYWHERE = List.of("en", "ar", "ur", "uk");
  private static final List<String> OWN = List.of("cy", "pl", "ro", "so");
  private static final Set<String> NO_DOUBT = WordList.words("no-doubt.txt");
  private static final Map<String, Set<String>> WORDS = read();
  private static final Map<String, Set<String>> COMMON = common();
  private static final Map<String, Set<String>> DECLINED =
      Map.of("pl", list("pl"), "ro", list("ro"), "uk", list("uk"));

  private Ordinary() {}

  /**
   * @param language a tag, of which the first two letters count
   */
  static Set<String> of(String language) {
    var own = language.substring(0, Math.min(2, language.length()));
    return WORDS.getOrDefault(own, WORDS.get("en"));
  }

  /** Or one with the article, or with "and". */
  static boolean isAttached(Set<String> ordinary, String lower) {
    var bare = lower.startsWith("و") ? lower.substring(1) : lower;
    return ordinary.contains(bare)
        || ordinary.contains(Arabic.withoutArticle(bare))
        || ordinary.contains(Arabic.withoutArticle(lower));
  }

  /** Whether a word in Arabic letters is one of every day, in either language. */
  static boolean isCommon(String lower) {
    return of("en").contains(lower)
        || isOwn("ar", lower)
        || isOwn("ur", lower)
        || Arabic.stems(lower).stream()
            .anyMatch(stem -> stem.length() > 2 && (isOwn("ar", stem) || isOwn("ur", stem)));
  }

  /** Whether it is a word of everyday language, a name as well or not. */
  static boolean isCommon(String language, String lower) {
    return Arabic.is(lower)
        ? isCommon(lower)
        : isOwn(language, lower) || of(language).contains(lower);
  }

  /** Whether it points to nobody though it has a capital, in a language other than English. */
  static boolean isEveryday(String language, String lower) {
    return NO_DOUBT.contains(lower) || isOwn(language, lower);
  }

  /** Whether it is a word of this language, other than English. */
  static boolean isOwn(String language, String lower) {
    return COMMON
        .getOrDefault(language.substring(0, Math.min(2, language.length())), Set.of())
        .contains(lower);
  }

  /**
   * Whether it is a case of a word of every day: "czasem" of "czas", and of nobody called Max Czas.
   * Asked only of what could be a case of a known name, as it goes through all of them.
   */
  static boolean isCase(String language, String lower) {
    var own = language.substring(0, Math.min(2, language.length()));
    var begin = lower.substring(0, 1);
    var like =
        Stream.of(COMMON, DECLINED)
            .flatMap(words -> words.getOrDefault(own, Set.of()).stream())
            .filter(word -> word.startsWith(begin));
    if (Cyrillic.is(lower)) {
      var key = Cyrillic.key(lower);
      return like.anyMatch(word -> Cyrillic.keys(word).contains(key));
    }
    return like.anyMatch(word -> Inflected.forms(word).contains(lower));
  }

  private static Map<String, Set<String>> common() {
    var common = new HashMap<String, Set<String>>();
    for (var language : List.of("cy", "pl", "ro", "so", "uk", "ar", "ur")) {
      common.put(language, WordList.words("common-" + language + ".txt"));
    }
    return Map.copyOf(common);
  }

  private static Map<String, Set<String>> read() {
    var everywhere = new HashSet<String>();
    EVERYWHERE.forEach(language -> everywhere.addAll(list(language)));
    var words = new HashMap<String, Set<String>>();
    words.put("en", Set.copyOf(everywhere));
    for (var language : OWN) {
      var own = new HashSet<>(everywhere);
      own.addAll(list(language));
      words.put(language, Set.copyOf(own));
    }
    return Map.copyOf(words);
  }

  private static Set<String> list(String language) {
    return WordList.words("ordinary-" + language + ".txt");
  }
}
