package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Names after which somebody says that they are called so: "mam na imię Kasia", "اسمي ليلى". With a
 * capital where the script has them; where it has none, up to the first word that cannot be a name.
 */
final class Introductions {
  private static final String NAME = "\\p{Lu}[\\p{L}'-]{1,24}";
  private static final List<String> PHRASES =
      List.of(
          "(?:fy|ei|eu) h?enw (?:i|e|o|hi|nhw|ef)? ?(?:yw|ydi|ydy|oedd)",
          "(?:dw|rydw|rwy) i'n cael fy ngalw'n",
          "enw (?:fy|ein) \\p{L}{2,12} (?:i )?(?:yw|ydy|ydi)",
          "nazywam sie",
          "nazywa sie",
          "(?:mam|ma|mial|miala) na imie",
          "na imie (?:mi|mu|jej)(?: jest)?",
          "(?:o imieniu|imieniem)",
          "(?:ma|te|se) numesc",
          "se numeste",
          "numele (?:meu|lui|ei|mamei|fiicei|fiului) (?:este|e|era)",
          "pe nume",
          "magac(?:aygu|aaygu|iisu|eedu|aygaa|eygu|eygaa) (?:waa|waxaa|wuxuu)",
          "waxaa (?:la )?(?:i|la i|lay|loo) (?:yiraahdaa|yidhaahdaa|yiraahda)",
          "la (?:yiraahdo|yidhaahdo|dhaho)",
          "(?:мене|його|їі|її|нас|сина|доньку|дитину|меня|его|ее) (?:звати|звуть|зовут|звали)",
          "(?:моє|його|її) (?:ім'я|імя|прізвище)(?: -| —)?",
          "(?:на|по) (?:ім'я|імені|имени)",
          "(?:my name is|my name's|i am called)");

  /** After these as much else is said: "jestem sama", "ma cheama sora". */
  private static final List<String> UNSURE = List.of("jestem", "(?:ma|il|o) cheama");

  private static final Pattern CASED = cased(PHRASES);
  private static final Pattern UNSURE_CASED = cased(UNSURE);

  /** A child's own sentence has no capitals. */
  private static final Pattern SMALL =
      Pattern.compile(
          "(?<!\\p{L})(?iu:"
              + Folded.plain(String.join("|", PHRASES))
              + ")[ :]{1,2}(?<it>\\p{L}{3,24})(?!\\p{L})");

  private static final Pattern ARABIC =
      Pattern.compile(
          "(?<!\\p{L})(?:"
              + Folded.plain(
                  "[وف]?(?:اسمي|إسمي|اسمه|اسمها|ادعى|أدعى|يدعى|تدعى|اسم (?:ابني|ابنتي|طفلي|طفلتي)"
                      + ")(?: هو| هي)?|(?:میرا|میری بیٹی کا|میرے بیٹے کا|اس کا|ان کا) نام")
              + ")[ :]{1,2}(?<it>\\p{L}{2,20}(?: \\p{L}{2,20}){0,3})");

  private static final List<String> UNSURE_IN = List.of("pl", "ro");
  private static final Set<String> TITLES = WordList.words("titles.txt");
  private static final Set<String> NO_NAME = WordList.words("after-title.txt");

  private Introductions() {}

  private static Pattern cased(List<String> phrases) {
    return Pattern.compile(
        "(?<!\\p{L})(?iu:"
            + Folded.plain(String.join("|", phrases))
            + ")[ :]{1,2}(?<it>"
            + NAME
            + "(?:[ -]"
            + NAME
            + "){0,2})(?!\\p{L})");
  }

  static List<Span> find(Folded folded) {
    var found = new ArrayList<Span>();
    CASED
        .matcher(folded.text())
        .results()
        .filter(match -> !NO_NAME.contains(first(match)))
        .forEach(match -> found.add(folded.span(match.start("it"), match.end("it"), Tag.NAME)));
    UNSURE_CASED
        .matcher(folded.text())
        .results()
        .filter(match -> UNSURE_IN.stream().noneMatch(it -> isOrdinary(it, first(match))))
        .forEach(match -> found.add(folded.span(match.start("it"), match.end("it"), Tag.NAME)));
    SMALL
        .matcher(folded.text())
        .results()
        .filter(match -> OtherScripts.isName(match.group("it")))
        .forEach(match -> found.add(folded.span(match.start("it"), match.end("it"), Tag.NAME)));
    ARABIC
        .matcher(folded.text())
        .results()
        .forEach(match -> {
          int end = end(match.group("it"));
          if (end > 0) {
            found.add(folded.span(match.start("it"), match.start("it") + end, Tag.NAME));
          }
        });
    return found;
  }

  private static boolean isOrdinary(String language, String lower) {
    return Ordinary.isEveryday(language, lower) || TITLES.contains(lower);
  }

  private static String first(MatchResult match) {
    return Word.in(match.group("it")).getFirst().lower();
  }

  /** Behind the last word of the name; 0 where no word of these is one. */
  private static int end(String words) {
    int end = 0;
    int count = 0;
    for (var word : Word.in(words)) {
      var lower = word.lower();
      boolean name =
          Arabic.is(lower)
              && Arabic.prefixed(lower).stream().noneMatch(NO_NAME::contains)
              && (OtherScripts.isName(lower) || !Ordinary.isCommon(lower));
      if (!name || count == 2) {
        return end;
      }
      count++;
      end = word.end();
    }
    return end;
  }
}
