package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What {@link Particulars} is for English, in the other languages: exact dates, a baby's age. */
final class ParticularsAbroad {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String DAY = "(?:0?[1-9]|[12][0-9]|3[01])";
  private static final String YEAR =
      "(?:19|20)[0-9]{2}(?: ?(?:roku|r|року|рік|р|года|г|م)(?!\\p{L})\\.?)?";
  private static final String MONTH = Months.either();

  /** "3 mai multe" is three more, and no day. */
  private static final String NO_MORE =
      "(?! (?:mult|putin|mic|mare|mari|bun|bine|tarziu|tare|slab|greu|usor|rau)[a-z]{0,2})";

  private static final String FEW =
      NumberWords.of(IntStream.rangeClosed(1, 12).boxed().toList()).stream()
          .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
          .map(Pattern::quote)
          .collect(Collectors.joining("|", "(?:[0-9]{1,2}|", ")"));

  private static final String BABY_UK =
      "(?:мал(?:ій|ому|ій дитині|ечі)|малятку|дитин[іа]|немовляті|доньці|доні|дочці|сину|синові"
          + "|йому|їй|дівчинці|хлопчику|ребенку|ей|ему)";

  private static final List<Pattern> DATES =
      List.of(
          alone(
              DAY
                  + "(?:ain|fed|ed|af|il|ydd|eg|-го|-е|-lea)?[ .-]{1,2}(?:o |de |mis )?"
                  + MONTH
                  + NO_MORE
                  + "(?:,?[ .-]{1,2}"
                  + YEAR
                  + ")?"),
          alone(MONTH + " " + DAY + "(?:,? " + YEAR + ")?"),
          alone(MONTH + ",?[ -]" + YEAR));

  private static final List<Pattern> AGES =
      List.of(
          alone(
              "(?:ma|mial|miala)(?: dopiero| tylko| juz| niecale)? (?<it>"
                  + FEW
                  + " (?:miesiace|miesiecy|miesiac|tygodnie|tygodni|tydzien|dni))"),
          alone("(?<it>[0-9]{1,2}[ -]?(?:miesieczn|tygodniow|dniow)[a-z]{1,4})"),
          alone(
              "(?:are|avea|(?:bebe|copil|baietel|fetit)[a-z]{0,4} de)(?: doar| numai| abia)? (?<it>"
                  + FEW
                  + " (?:de )?(?:luni|luna|saptamani|saptamana|zile))(?! (?:in urma|intarziere))"),
          alone(FEW + " (?:mis|wythnos|diwrnod) oed"),
          alone(FEW + " (?:bilood|bil|toddobaad|usbuuc|maalmood) (?:jir|jirta|jirtaa|jiraa)"),
          alone(
              "(?:jir|jirta|jirtaa|jiraa)(?: kaliya)? (?<it>"
                  + FEW
                  + " (?:bilood|bil|toddobaad|usbuuc|maalmood))"),
          alone(
              BABY_UK
                  + "(?: лише| тільки| вже| ще| було)? (?<it>"
                  + FEW
                  + " (?:місяці|місяців|місяць|тижні|тижнів|тиждень|дні|днів|месяца|месяцев|недели"
                  + "|недель))"),
          alone("(?<it>[0-9]{1,2}[ -]?(?:місячн|тижнев|ти місячн)\\p{L}{1,4})"),
          alone(
              "[وف]?عمر(?:ه|ها|ي)?(?: \\p{L}{3,15})? (?<it>(?:"
                  + FEW
                  + " (?:اشهر|شهور|شهر|شهرا|اسابيع|اسبوع|اسبوعا|ايام|يوما)|شهرين|شهران|شهر|اسبوعين"
                  + "|اسبوعان|اسبوع))"),
          alone(
              "(?<it>"
                  + FEW
                  + " (?:ماہ|مہینے|مہینہ|ہفتے|ہفتہ|ہفتوں|دن))"
                  + " (?:کا|کی|کے)(?= (?:ہے|ہیں|تھا|تھی|تھے|بچہ|بچی|اور))"));

  /** Without one of these no age stands there. */
  private static final List<String> UNITS =
      Stream.of(
              "miesi tygod tydzie dni luni luna saptam zile mis wythnos diwrnod bil toddobaad"
                  + " usbuuc maalmood місяц місяч тиж дні днів месяц недел اشهر شهور شهر اسبوع"
                  + " اسابيع ايام يوما ماہ مہین ہفت دن")
          .flatMap(units -> Stream.of(Folded.plain(units).split(" ")))
          .toList();

  private ParticularsAbroad() {}

  static List<Span> find(Folded folded) {
    var found = new ArrayList<Span>();
    var lower = folded.text().toLowerCase(Locale.ROOT);
    // most texts have neither, and the patterns are long
    if (lower.chars().anyMatch(letter -> letter >= '0' && letter <= '9')) {
      DATES.forEach(pattern -> found.addAll(folded.finds(pattern, Tag.DATE)));
    }
    if (UNITS.stream().anyMatch(lower::contains)) {
      AGES.forEach(pattern -> found.addAll(folded.finds(pattern, Tag.AGE)));
    }
    return found;
  }

  private static Pattern alone(String pattern) {
    // what is compared with folded text is folded too
    return Pattern.compile(
        "(?<![\\p{L}0-9/])(?:" + Folded.plain(pattern) + ")(?![\\p{L}0-9/])", FLAGS);
  }
}
