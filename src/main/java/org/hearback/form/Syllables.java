package org.hearback.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How many syllables an English word has, by its spelling: groups of vowels, less those that are
 * silent, and a few words that no rule meets. Right for about nineteen words in twenty of our
 * forms, and never off by more than one there; names and words from other languages may be further
 * off. Pure.
 */
final class Syllables {
  private static final Map<String, Integer> KNOWN =
      Map.ofEntries(
          Map.entry("area", 3),
          Map.entry("being", 2),
          Map.entry("business", 2),
          Map.entry("somebody", 3),
          Map.entry("someone", 2),
          Map.entry("something", 2),
          Map.entry("sometimes", 2),
          Map.entry("somewhere", 2),
          Map.entry("everybody", 4),
          Map.entry("everyone", 3),
          Map.entry("everything", 3),
          Map.entry("every", 2),
          Map.entry("people", 2),
          Map.entry("safety", 2),
          Map.entry("whoever", 3),
          Map.entry("therefore", 2),
          Map.entry("samaritans", 4),
          Map.entry("childline", 2),
          Map.entry("caseload", 2),
          Map.entry("does", 1),
          Map.entry("use", 1),
          Map.entry("anyone", 3),
          Map.entry("idea", 3),
          Map.entry("ideas", 3),
          Map.entry("giant", 2),
          Map.entry("lion", 2),
          Map.entry("everywhere", 3),
          Map.entry("safeguard", 2),
          Map.entry("safeguarding", 3),
          Map.entry("caseworker", 3),
          Map.entry("caregiver", 3),
          Map.entry("placement", 2),
          Map.entry("statement", 2));

  /** Without a sounded vowel before the n, these take no syllable for it. */
  private static final Set<String> ONE_WITH_NOT = Set.of("do", "ca", "wo", "are", "were", "ai");

  private static final Pattern NUMBER = Pattern.compile("[0-9].*");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

  /** Two vowels that are said apart, though they stand together. */
  private static final Pattern APART =
      Pattern.compile(
          "[aeiouy]ing|[a-z]{3}ie(?:r|st)s?$|(?<![cstgx])ia(?!n?ge)|(?<![cstg])iou|[^cstg]ien[^d]|iet|[^q]ua[tl]|eo(?!p|u)|creat|react"
              + "|[^cstgq]io(?!n?$)|[^aeiou]ios?$|[aeiou][^aeiou]eal$|poe[mt]|scien|eum$|uous|ius|ium|[^aeiou]uin");

  private static final List<Pattern> SILENT =
      List.of(
          Pattern.compile("[^aeiouy]e$"),
          Pattern.compile("[^aeiouytd]ed$"),
          Pattern.compile("(?<![sc]h|[aeiouysxzcg])es$"),
          Pattern.compile("ically$"),
          Pattern.compile("[^aeiouy]e(ly|less|ful|fully|ness|ment|ments)$"));

  private static final Pattern SOUNDED_LE = Pattern.compile("[^aeiouyl]les?$");
  private static final Pattern SOUNDED_LED = Pattern.compile("[bcdfgkptz]led$");
  private static final Pattern SOUNDED_SM = Pattern.compile("sm$");

  private Syllables() {}

  /** At least one. Parts of a word with a hyphen count each for itself. */
  static int in(String word) {
    int all = 0;
    for (var part : word.toLowerCase(Locale.ROOT).replace('’', '\'').split("[^a-z0-9']+")) {
      all += part.isEmpty() ? 0 : ofPart(part);
    }
    return Math.max(1, all);
  }

  private static int ofPart(String part) {
    if (NUMBER.matcher(part).matches()) {
      return part.length();
    }
    int mark = part.indexOf('\'');
    if (part.endsWith("n't")) {
      var base = part.substring(0, mark - 1);
      return ONE_WITH_NOT.contains(base) ? 1 : ofLetters(base) + 1;
    }
    return ofLetters(mark > 0 ? part.substring(0, mark) : part.replace("'", ""));
  }

  private static int ofLetters(String letters) {
    var known = KNOWN.get(letters);
    if (known != null) {
      return known;
    }
    int count = (int) VOWELS.matcher(letters).results().count();
    count += (int) APART.matcher(letters).results().count();
    count -= (int) SILENT.stream().filter(it -> it.matcher(letters).find()).count();
    if (SOUNDED_LE.matcher(letters).find() || SOUNDED_LED.matcher(letters).find()) {
      count++;
    }
    if (SOUNDED_SM.matcher(letters).find()) {
      count++;
    }
    return Math.max(1, count);
  }
}
