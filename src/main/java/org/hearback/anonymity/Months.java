package org.hearback.anonymity;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of months in the seven languages beside English, as CLDR writes them in a date and by
 * themselves, shortened too, and as people write them besides.
 */
final class Months {
  private static final List<String> LANGUAGES = List.of("cy", "pl", "ro", "so", "uk", "ar", "ur");

  /** Cases and mutations; months of Syria and of the Maghreb; Somali as it is spelt by ear. */
  private static final String BESIDE =
      "fawrth fai fehefin orffennaf fedi dachwedd ragfyr ionor styczniu lutym marcu kwietniu"
          + " maju czerwcu lipcu sierpniu wrzesniu pazdzierniku listopadzie grudniu січні лютому"
          + " березні квітні травні червні липні серпні вересні жовтні листопаді грудні января"
          + " февраля марта апреля мая июня июля августа сентября октября ноября декабря شباط"
          + " اذار نيسان ايار حزيران تموز ايلول جانفي فيفري افريل جوان جويلية اوت ابريل janaayo"
          + " jannaayo febraayo febaraayo maarso maarij abriil maajo maayo juun juunyo juulaay"
          + " luulyo luuliyo agoosto ogosto ogoosto sebtembar sebteembar oktoobar nofembar"
          + " nofeembar noofeembar diseembar disembar جنوری فروری مئی";

  private static final List<String> OF_TWO =
      List.of("كانون الثاني", "كانون الاول", "تشرين الاول", "تشرين الثاني");

  /** Short ones that are words of their own, too. */
  private static final Set<String> NO_MONTH = Set.of("hyd", "ion", "maw", "dis", "mar", "vib");

  private Months() {}

  /** Folded and in small letters. */
  static Set<String> names() {
    var names = new HashSet<String>(OF_TWO);
    for (var language : LANGUAGES) {
      var symbols = DateFormatSymbols.getInstance(ULocale.forLanguageTag(language));
      for (int context : List.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE)) {
        for (int width : List.of(DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED)) {
          for (var month : symbols.getMonths(context, width)) {
            names.add(plain(month));
          }
        }
      }
    }
    for (var month : BESIDE.split(" ")) {
      names.add(plain(month));
    }
    names.removeAll(NO_MONTH);
    names.removeIf(name -> name.length() < 3);
    return Set.copyOf(names);
  }

  /** For a pattern: the longest first. */
  static String either() {
    return names().stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(name -> name))
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  private static String plain(String month) {
    return Folded.plain(month).replace(".", "").toLowerCase(Locale.ROOT);
  }
}
