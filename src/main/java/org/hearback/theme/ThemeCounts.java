package org.hearback.theme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many answers say what, and when. An answer counts once, whatever number of its comments says
 * a theme. A pure function of the answers.
 *
 * @param answers all, with or without a theme and a quarter
 * @param quarters answers by quarter; those whose label has only a year are in none
 * @param themes answers that say a theme, with or without a quarter
 * @param said the same by theme and quarter
 * @param pairs what two themes have in common; only those that an answer says together
 */
record ThemeCounts(
    int answers,
    SortedMap<String, Integer> quarters,
    Map<String, Integer> themes,
    Map<String, Map<String, Integer>> said,
    Map<Pair, Both> pairs) {

  /**
   * @param answers that say both themes
   * @param comments that say both by themselves; the others say one in each of two comments
   */
  record Both(int answers, int answersInOneComment, int comments) {}

  static ThemeCounts of(Collection<Heard> answers) {
    var quarters = new TreeMap<String, Integer>();
    var themes = new HashMap<String, Integer>();
    var said = new HashMap<String, Map<String, Integer>>();
    var pairs = new HashMap<Pair, Both>();
    for (var answer : answers) {
      if (!answer.quarter().isEmpty()) {
        quarters.merge(answer.quarter(), 1, Integer::sum);
      }
      var all = new TreeSet<String>();
      answer.comments().forEach(all::addAll);
      for (var theme : all) {
        themes.merge(theme, 1, Integer::sum);
        if (!answer.quarter().isEmpty()) {
          said.computeIfAbsent(theme, _ -> new HashMap<>())
              .merge(answer.quarter(), 1, Integer::sum);
        }
      }
      pairs(answer, all, pairs);
    }
    return new ThemeCounts(answers.size(), quarters, themes, said, pairs);
  }

  private static void pairs(Heard answer, Collection<String> themes, Map<Pair, Both> pairs) {
    var sorted = new ArrayList<>(themes);
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size(); j++) {
        var pair = new Pair(sorted.get(i), sorted.get(j));
        int comments =
            (int)
                answer.comments().stream()
                    .filter(it -> it.contains(pair.one()) && it.contains(pair.other()))
                    .count();
        pairs.merge(
            pair,
            new Both(1, comments > 0 ? 1 : 0, comments),
            (one, other) ->
                new Both(
                    one.answers() + other.answers(),
                    one.answersInOneComment() + other.answersInOneComment(),
                    one.comments() + other.comments()));
      }
    }
  }

  /** Answers of a quarter. */
  int in(String quarter) {
    return quarters.getOrDefault(quarter, 0);
  }

  /** Answers of a quarter that say a theme. */
  int saying(String theme, String quarter) {
    return said.getOrDefault(theme, Map.of()).getOrDefault(quarter, 0);
  }

  /** Answers whose label has only a year. */
  int undated() {
    return answers - quarters.values().stream().mapToInt(Integer::intValue).sum();
  }
}
