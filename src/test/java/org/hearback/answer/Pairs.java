package org.hearback.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Rows of choices in which each choice of one list meets each choice of every other list at least
 * once. Greedy and seeded: the same rows every time, and about as many as the two longest lists
 * multiplied.
 */
final class Pairs {
  private static final int TRIES = 30;

  private Pairs() {}

  /** One choice of list a with one of list b, by their places. */
  record Pair(int a, int choiceA, int b, int choiceB) {}

  /**
   * Gives rows of places.
   *
   * @param sizes how many choices each list has
   */
  static List<int[]> rows(List<Integer> sizes) {
    var open = new LinkedHashSet<>(all(sizes));
    var random = new Random(9);
    var rows = new ArrayList<int[]>();
    while (!open.isEmpty()) {
      int[] best = new int[0];
      int most = 0;
      for (int tried = 0; tried < TRIES; tried++) {
        var row = row(sizes, open, random);
        int met = count(row, open);
        if (met > most) {
          best = row;
          most = met;
        }
      }
      open.removeAll(in(best));
      rows.add(best);
    }
    return rows;
  }

  static Set<Pair> all(List<Integer> sizes) {
    var pairs = new LinkedHashSet<Pair>();
    for (int a = 0; a < sizes.size(); a++) {
      for (int b = a + 1; b < sizes.size(); b++) {
        for (int x = 0; x < sizes.get(a); x++) {
          for (int y = 0; y < sizes.get(b); y++) {
            pairs.add(new Pair(a, x, b, y));
          }
        }
      }
    }
    return pairs;
  }

  static Set<Pair> in(int[] row) {
    var pairs = new LinkedHashSet<Pair>();
    for (int a = 0; a < row.length; a++) {
      for (int b = a + 1; b < row.length; b++) {
        pairs.add(new Pair(a, row[a], b, row[b]));
      }
    }
    return pairs;
  }

  /** Begins with a pair that is still open, then takes for each list what meets most. */
  private static int[] row(List<Integer> sizes, Set<Pair> open, Random random) {
    var row = new int[sizes.size()];
    Arrays.fill(row, -1);
    var first = open.stream().skip(random.nextInt(open.size())).findFirst().orElseThrow();
    row[first.a()] = first.choiceA();
    row[first.b()] = first.choiceB();
    for (int list = 0; list < row.length; list++) {
      if (row[list] < 0) {
        int start = random.nextInt(sizes.get(list));
        int most = -1;
        int best = start;
        for (int i = 0; i < sizes.get(list); i++) {
          row[list] = (start + i) % sizes.get(list);
          int met = count(row, open);
          if (met > most) {
            most = met;
            best = row[list];
          }
        }
        row[list] = best;
      }
    }
    return row;
  }

  private static int count(int[] row, Set<Pair> open) {
    int met = 0;
    for (int a = 0; a < row.length; a++) {
      for (int b = a + 1; b < row.length; b++) {
        if (row[a] >= 0 && row[b] >= 0 && open.contains(new Pair(a, row[a], b, row[b]))) {
          met++;
        }
      }
    }
    return met;
  }
}
