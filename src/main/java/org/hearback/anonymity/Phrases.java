package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The screen list of one language. Immutable.
 *
 * @param close who may be somebody near: adds to a sign
 * @param signs by name: what counts with another sign, or with somebody near
 * @param strong what counts alone, though less than an amber phrase
 */
record Phrases(
    PhraseIndex idle,
    PhraseIndex amber,
    PhraseIndex red,
    PhraseIndex close,
    List<PhraseIndex> signs,
    PhraseIndex strong) {
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]++|[.!?\\n\\r؟۔]");
  private static final Pattern SIGN = Pattern.compile("sign [a-z]+:");

  static Phrases read(String language) {
    var lines = WordList.read("screen-" + language + ".txt");
    var signs =
        lines.stream()
            .map(SIGN::matcher)
            .filter(Matcher::lookingAt)
            .map(Matcher::group)
            .distinct()
            .map(sign -> of(lines, sign))
            .toList();
    var strong =
        lines.stream().map(line -> line.replaceFirst("^strong [a-z]+:", "strong:")).toList();
    return new Phrases(
        of(lines, "idle:"),
        of(lines, "amber:"),
        of(lines, "red:"),
        of(lines, "who:"),
        signs,
        of(strong, "strong:"));
  }

  private static PhraseIndex of(List<String> lines, String mark) {
    return new PhraseIndex(
        lines.stream()
            .filter(line -> line.startsWith(mark))
            .map(line -> Phrase.of(line.substring(mark.length())))
            .toList());
  }

  /**
   * Each word of a text in all forms in which a list may name it; sentences end with {@link
   * Phrase#STOP}.
   */
  static List<Set<String>> words(String raw) {
    var text = Folded.plain(raw).toLowerCase(Locale.ROOT).replace("'", "");
    return TOKEN
        .matcher(text)
        .results()
        .map(token ->
            Character.isLetterOrDigit(token.group().codePointAt(0))
                ? Arabic.stems(token.group())
                : Phrase.STOP)
        .toList();
  }

  Level level(List<Set<String>> words) {
    var serious = withoutIdle(words);
    if (anywhere(red, serious)) {
      return Level.RED;
    }
    return anywhere(amber, serious) || anywhere(strong, serious) || hasSigns(serious)
        ? Level.AMBER
        : Level.NONE;
  }

  /** Two signs of different names, or one and somebody near. */
  private boolean hasSigns(List<Set<String>> words) {
    long met = signs.stream().filter(sign -> anywhere(sign, words)).count();
    return met > 1 || met == 1 && anywhere(close, words);
  }

  private List<Set<String>> withoutIdle(List<Set<String>> words) {
    var serious = new ArrayList<>(words);
    var nothing = new HashSet<>(Set.of(" "));
    for (int at = 0; at < words.size(); at++) {
      for (var phrase : idle.at(words.get(at))) {
        int end = phrase.endFrom(words, at);
        for (int gone = at; gone < end; gone++) {
          serious.set(gone, nothing);
        }
      }
    }
    return serious;
  }

  private static boolean anywhere(PhraseIndex phrases, List<Set<String>> words) {
    for (int at = 0; at < words.size(); at++) {
      for (var phrase : phrases.at(words.get(at))) {
        if (phrase.endFrom(words, at) >= 0) {
          return true;
        }
      }
    }
    return false;
  }
}
