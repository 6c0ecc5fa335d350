package org.hearback.theme;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Welsh words. Their first letter changes after many little words ("plant, ei blant, ei phlant, fy
 * mhlant"), so each word is filed under every first letter it may have had: two words meet when
 * they share one.
 */
final class Welsh {
  // What stands there, and what it may have been. The rules of the three mutations, read backwards.
  private static final List<Map.Entry<String, List<String>>> CHANGED =
      List.of(
          Map.entry("ngh", List.of("c")),
          Map.entry("mh", List.of("p")),
          Map.entry("nh", List.of("t")),
          Map.entry("ng", List.of("g")),
          Map.entry("ph", List.of("p")),
          Map.entry("th", List.of("t")),
          Map.entry("ch", List.of("c")),
          Map.entry("dd", List.of("d")),
          Map.entry("ff", List.of()),
          Map.entry("ll", List.of()),
          Map.entry("rh", List.of()),
          Map.entry("b", List.of("p")),
          Map.entry("d", List.of("t")),
          Map.entry("g", List.of("c")),
          Map.entry("f", List.of("b", "m")),
          Map.entry("l", List.of("ll", "gl")),
          Map.entry("r", List.of("rh", "gr")),
          Map.entry("m", List.of("b")),
          Map.entry("n", List.of("d")));

  private static final String VOWELS = "aeiouwy";

  // "gyda'r", "mae'n", "o'i": the little word behind the apostrophe is another word.
  private static final Suffixes JOINED = new Suffixes(1, "'r 'n 'w 'i 'u 'm 'ch 'th");

  private static final Suffixes ENDINGS =
      new Suffixes(
          3,
          """
          au iau oedd ion on ydd od aid edd oed ed feydd iaid ach iach
          odd iodd ais iais aist wn wch iwch ant ir wyd iwyd iff ith asom asoch asant asai ai en ech
          wr wyr wraig iwr iwyr
          u o io i a af iaf
          """);

  private Welsh() {}

  /** All forms under which a word is filed; it has no accents and no capitals. */
  static Set<String> readings(String word) {
    var bare = JOINED.off(word);
    var readings = new LinkedHashSet<String>();
    for (var first : firsts(bare)) {
      readings.add(Lemmas.WELSH.getOrDefault(first, ENDINGS.off(ENDINGS.off(first))));
    }
    return readings;
  }

  private static Set<String> firsts(String word) {
    var all = new LinkedHashSet<String>();
    all.add(word);
    if (word.length() < 3) {
      return all;
    }
    CHANGED.stream()
        .filter(change -> word.startsWith(change.getKey()))
        .findFirst()
        .ifPresent(change -> {
          var rest = word.substring(change.getKey().length());
          change.getValue().forEach(was -> all.add(was + rest));
        });
    if (VOWELS.indexOf(word.charAt(0)) >= 0) {
      all.add("g" + word);
    } else if (word.charAt(0) == 'h' && VOWELS.indexOf(word.charAt(1)) >= 0) {
      all.add(word.substring(1));
    }
    return all;
  }
}
