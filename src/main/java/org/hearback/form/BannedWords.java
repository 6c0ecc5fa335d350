package org.hearback.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearback.journey.Audience;

/**
 * The service's own words, which those whom they speak of dislike: {@code forms/banned-words.yml}.
 */
final class BannedWords implements WordRule {
  private final List<Ban> bans;

  /**
   * One word.
   *
   * @param hint small letters without which the pattern need not be tried
   */
  private record Ban(
      String word, String hint, Pattern pattern, String instead, Set<Readership> readers) {

    boolean standsIn(String sentence, String small) {
      return small.contains(hint) && pattern.matcher(sentence).find();
    }
  }

  BannedWords(JsonNode file) {
    bans = file.get("words").valueStream().map(BannedWords::ban).toList();
  }

  private static Ban ban(JsonNode node) {
    var word = node.get("word").asText();
    var audiences =
        node.get("audiences").valueStream().map(it -> Audience.valueOf(it.asText())).toList();
    return new Ban(
        word, hint(word), pattern(word), node.get("instead").asText(), readers(audiences));
  }

  private static String hint(String word) {
    var first = word.toLowerCase(Locale.ROOT).split("[ -]")[0];
    return first.endsWith("y") ? first.substring(0, first.length() - 1) : first;
  }

  /** Whole words in one or more; capitals alone are an abbreviation and are looked for as such. */
  private static Pattern pattern(String word) {
    boolean letters = word.equals(word.toUpperCase(Locale.ROOT));
    var stem =
        word.endsWith("y") && !word.matches(".*[aeiou]y")
            ? word.substring(0, word.length() - 1)
            : word;
    var plural = stem.equals(word) ? "(?:e?s)?" : "(?:y|ies)";
    var parts = Stream.of(stem.split("[ -]")).map(Pattern::quote).toList();
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}-])" + String.join("[ -]", parts) + plural + "(?![\\p{L}\\p{N}-])",
        letters ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Set<Readership> readers(List<Audience> audiences) {
    var readers = EnumSet.noneOf(Readership.class);
    for (var audience : audiences) {
      readers.addAll(
          switch (audience) {
            case CHILD -> EnumSet.of(Readership.CHILD_4_7, Readership.CHILD_8_11);
            case YOUNG_PERSON -> EnumSet.of(Readership.YOUNG_PERSON);
            case CARE_LEAVER -> EnumSet.of(Readership.CARE_LEAVER);
            case PARENT, CARER -> EnumSet.of(Readership.FAMILY);
            case STAFF, PARTNER -> EnumSet.of(Readership.PROFESSIONAL);
          });
    }
    readers.add(Readership.EASY_READ);
    readers.add(Readership.EVERYBODY);
    return readers;
  }

  @Override
  public String name() {
    return "banned-word";
  }

  @Override
  public Stream<Finding> findings(Said said) {
    return said.sentences().stream().flatMap(sentence -> findings(said, sentence));
  }

  private Stream<Finding> findings(Said said, String sentence) {
    var small = sentence.toLowerCase(Locale.ROOT);
    return bans.stream()
        .filter(ban -> ban.readers().contains(said.readers()) && ban.standsIn(sentence, small))
        .map(ban ->
            finding(
                Finding.Level.ERROR,
                said,
                sentence,
                "says “%s” to %s".formatted(ban.word(), said.readers().who()),
                "Say instead: " + ban.instead()));
  }
}
