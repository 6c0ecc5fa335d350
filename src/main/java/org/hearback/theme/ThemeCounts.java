package org.hearback.theme;

import java.util.Map;
import java.util.SortedMap;

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
