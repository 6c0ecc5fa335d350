package org.hearback.theme;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * One answer, as far as themes over time ask for it.
 *
 * @param quarter key, for example {@code 2026-Q4}; empty where the label has only a year
 * @param comments the themes of each of its comments, by key
 */
record Heard(String quarter, List<Set<String>> comments) {
  Heard {
    comments = List.copyOf(comments);
  }

  /** Counts answers one after another, as they come from an index. */
  static ThemeCounts counts(Collection<Heard> answers) {
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
}
