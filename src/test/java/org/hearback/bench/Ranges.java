package org.hearback.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What counts can be at least and at most: narrows ranges by sums and by "not fewer than before"
 * until nothing moves. Whole numbers, never below nothing.
 */
final class Ranges {
  private static final int MOST = 1_000_000;

  private record Sum(String total, List<String> members) {}

  private final Map<String, int[]> ranges = new HashMap<>();
  private final List<Sum> sums = new ArrayList<>();
  private final List<List<String>> risen = new ArrayList<>();

  /** Takes in that a count lies in a range; several such narrow each other. */
  void know(String count, int least, int most) {
    var range = range(count);
    range[0] = Math.max(range[0], least);
    range[1] = Math.min(range[1], most);
  }

  void sum(String total, List<String> members) {
    sums.add(new Sum(total, List.copyOf(members)));
  }

  /** The later of two is not the smaller one. */
  void risen(String before, String after) {
    risen.add(List.of(before, after));
  }

  /** The counts of these that can be one number only. */
  Set<String> pinned(Set<String> among) {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (var sum : sums) {
        moved |= narrow(sum);
      }
      for (var pair : risen) {
        moved |= set(pair.get(1), range(pair.get(0))[0], MOST);
        moved |= set(pair.get(0), 0, range(pair.get(1))[1]);
      }
    }
    var pinned = new TreeSet<>(among);
    pinned.removeIf(count -> range(count)[0] != range(count)[1]);
    return pinned;
  }

  private boolean narrow(Sum sum) {
    long least = 0;
    long most = 0;
    for (var member : sum.members()) {
      least += range(member)[0];
      most += range(member)[1];
    }
    boolean moved = set(sum.total(), least, most);
    for (var member : sum.members()) {
      var own = range(member);
      moved |=
          set(
              member,
              range(sum.total())[0] - (most - own[1]),
              range(sum.total())[1] - (least - own[0]));
    }
    return moved;
  }

  private boolean set(String count, long least, long most) {
    var range = range(count);
    var before = range.clone();
    range[0] = (int) Math.max(range[0], Math.min(least, MOST));
    range[1] = (int) Math.min(range[1], Math.max(most, 0));
    if (range[0] > range[1]) {
      throw new IllegalStateException(count + " cannot be: what was believed is wrong");
    }
    return range[0] != before[0] || range[1] != before[1];
  }

  private int[] range(String count) {
    return ranges.computeIfAbsent(count, _ -> new int[] {0, MOST});
  }
}
