package org.hearback.anonymity;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Numbers in words, in each gender and case that CLDR has; Somali and Urdu are not among its
 * languages, and what people say beside CLDR's words is added.
 */
final class NumberWords {
  private static final List<String> WITH_RULES = List.of("cy", "pl", "ro", "uk", "ar");

  /** Which number a word of a list is stands before it. */
  private static final Map<Integer, String> BESIDE =
      Map.ofEntries(
          Map.entry(0, "eber صفر زيرو زیرو sero ноль"),
          Map.entry(1, "kow hal mid ایک واحد один одна una"),
          Map.entry(2, "laba labo دو اثنان اثنين اتنين دوه dwy doua dwie"),
          Map.entry(3, "saddex sadex تین تلاته тры tair"),
          Map.entry(4, "afar چار اربعه четыре pedair"),
          Map.entry(5, "shan پانچ خمسه пять pum"),
          Map.entry(6, "lix چھ سته شش шесть chwe sase"),
          Map.entry(7, "toddoba todoba سات سبعه семь sapte"),
          Map.entry(8, "siddeed sideed آٹھ ثمانيه تمانيه восемь"),
          Map.entry(9, "sagaal نو تسعه девять noua"),
          Map.entry(10, "toban دس عشره عشر deg"),
          Map.entry(11, "گیارہ"),
          Map.entry(12, "بارہ"),
          Map.entry(13, "تیرہ"),
          Map.entry(14, "چودہ"),
          Map.entry(15, "پندرہ"),
          Map.entry(16, "سولہ"),
          Map.entry(17, "سترہ"),
          Map.entry(18, "اٹھارہ"),
          Map.entry(19, "انیس"),
          Map.entry(20, "labaatan بیس عشرين ugain"),
          Map.entry(30, "soddon تیس ثلاثين"),
          Map.entry(40, "afartan چالیس اربعين deugain"),
          Map.entry(50, "konton پچاس خمسين"),
          Map.entry(60, "lixdan ساٹھ ستين trigain"),
          Map.entry(70, "toddobaatan ستر سبعين"),
          Map.entry(80, "siddeetan اسی ثمانين"),
          Map.entry(90, "sagaashan نوے تسعين"));

  private NumberWords() {}

  /** Folded, in small letters; some are of several words. */
  static Set<String> of(List<Integer> numbers) {
    var words = new HashSet<String>();
    for (var language : WITH_RULES) {
      var format =
          new RuleBasedNumberFormat(
              ULocale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
      for (var rules : format.getRuleSetNames()) {
        if (rules.contains("cardinal") || rules.endsWith("numbering")) {
          numbers.forEach(number -> words.add(plain(format.format(number, rules))));
        }
      }
    }
    for (var number : numbers) {
      for (var word : BESIDE.getOrDefault(number, "").split(" ")) {
        words.add(plain(word));
      }
    }
    words.remove("");
    return Set.copyOf(words);
  }

  private static String plain(String word) {
    return Folded.plain(word).replace("\u00ad", "").toLowerCase(Locale.ROOT).strip();
  }
}
