package org.hearback.theme;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Counts answers one after another into {@link ThemeCounts}: by numbers, so that a million of them
 * leave nothing behind but their counts. For one thread.
 */
final class ThemeTally {
  /** In no quarter: the label has only a year. */
  static final int UNDATED = -1;

  private final int themes;
  private final int quarters;
  private int answers;
  private final int[] inQuarter;
  private final int[] saying;
  private final int[] sayingInQuarter;

  // By pair: that both say it, and in how many answers and comments they stand together.
  private final int[] both;
  private final int[] inOneComment;
  private final int[] comments;

  // Which answer said a theme, or a pair in one comment, last: nothing has to be cleared for the
  // next answer. They count from 1.
  private final int[] lastSaying;
  private final int[] lastInOne;

  // Of the answer that is being counted.
  private final int[] said;
  private int saidLength;

  /**
   * @param themes one more than the highest number of one
   * @param quarters likewise
   */
  ThemeTally(int themes, int quarters) {
    this.themes = themes;
    this.quarters = quarters;
    inQuarter = new int[quarters];
    saying = new int[themes];
    sayingInQuarter = new int[themes * quarters];
    both = new int[themes * themes];
    inOneComment = new int[themes * themes];
    comments = new int[themes * themes];
    lastSaying = new int[themes];
    lastInOne = new int[themes * themes];
    said = new int[themes];
  }

  /**
   * A comment of the answer that is being counted.
   *
   * @param its themes, each once
   */
  void comment(int... its) {
    int answer = answers + 1;
    for (int i = 0; i < its.length; i++) {
      if (lastSaying[its[i]] != answer) {
        lastSaying[its[i]] = answer;
        said[saidLength++] = its[i];
      }
      for (int j = i + 1; j < its.length; j++) {
        int pair = pair(its[i], its[j]);
        comments[pair]++;
        if (lastInOne[pair] != answer) {
          lastInOne[pair] = answer;
          inOneComment[pair]++;
        }
      }
    }
  }

  /** All comments of an answer were counted; the next one is of another. */
  void end(int quarter) {
    answers++;
    if (quarter != UNDATED) {
      inQuarter[quarter]++;
    }
    for (int i = 0; i < saidLength; i++) {
      saying[said[i]]++;
      if (quarter != UNDATED) {
        sayingInQuarter[said[i] * quarters + quarter]++;
      }
      for (int j = i + 1; j < saidLength; j++) {
        both[pair(said[i], said[j])]++;
      }
    }
    saidLength = 0;
  }

  private int pair(int one, int other) {
    return Math.min(one, other) * themes + Math.max(one, other);
  }

  /** What was counted, in words; nothing that no answer says. */
  ThemeCounts counts(IntFunction<String> theme, IntFunction<String> quarter) {
    var saidIn = new HashMap<String, Map<String, Integer>>();
    var pairs = new HashMap<Pair, ThemeCounts.Both>();
    for (int one = 0; one < themes; one++) {
      int from = one * quarters;
      var its = named(Arrays.copyOfRange(sayingInQuarter, from, from + quarters), quarter);
      if (!its.isEmpty()) {
        saidIn.put(theme.apply(one), its);
      }
      for (int other = one + 1; other < themes; other++) {
        int pair = pair(one, other);
        if (both[pair] > 0) {
          pairs.put(
              Pair.of(theme.apply(one), theme.apply(other)),
              new ThemeCounts.Both(both[pair], inOneComment[pair], comments[pair]));
        }
      }
    }
    return new ThemeCounts(
        answers, new TreeMap<>(named(inQuarter, quarter)), named(saying, theme), saidIn, pairs);
  }

  private static Map<String, Integer> named(int[] counts, IntFunction<String> name) {
    var named = new HashMap<String, Integer>();
    for (int number = 0; number < counts.length; number++) {
      if (counts[number] > 0) {
        named.put(name.apply(number), counts[number]);
      }
    }
    return named;
  }
}
