package org.hearback.theme;

import java.util.Collection;
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

  /** Counts answers that are held one by one. */
  static ThemeCounts of(Collection<Heard> answers) {
    var themes = new Values();
    var quarters = new Values();
    for (var answer : answers) {
      quarters.number(answer.quarter());
      answer.comments().forEach(comment -> comment.forEach(themes::number));
    }
    var tally = new ThemeTally(themes.many(), quarters.many());
    for (var answer : answers) {
      answer
          .comments()
          .forEach(comment -> tally.comment(comment.stream().mapToInt(themes::number).toArray()));
      tally.end(
          answer.quarter().isEmpty() ? ThemeTally.UNDATED : quarters.number(answer.quarter()));
    }
    return tally.counts(themes::name, quarters::name);
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
