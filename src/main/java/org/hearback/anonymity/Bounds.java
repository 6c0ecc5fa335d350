package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearback.anonymity.Cube.Counts;
import org.hearback.anonymity.Cube.Place;
import org.hearback.anonymity.Cube.Sum;

/**
 * Which hidden counts can be one number only, for whoever knows the rules: a hidden cell of a core
 * item holds somebody, and a small one nine at most. Narrows the range of each by the sums until
 * nothing moves; for answers, for good ones and for the others. Confined to one thread.
 */
final class Bounds {
  /** What is counted of each place. */
  private enum Kind {
    ALL,
    GOOD,
    OTHER
  }

  private record Count(Place place, Kind kind) {}

  private final Map<Count, int[]> ranges = new HashMap<>();
  private final List<Count> totals = new ArrayList<>();
  private final List<List<Count>> members = new ArrayList<>();
  private final Rule rule;
  private final Set<Kind> kinds;

  private Bounds(Collection<Sum> sums, Map<Place, Counts> counts, Set<Place> hidden, Rule rule) {
    this.rule = rule;
    this.kinds = rule.hasVoices() ? EnumSet.allOf(Kind.class) : EnumSet.of(Kind.ALL);
    for (var sum : sums) {
      for (var kind : kinds) {
        sum(
            new Count(sum.total(), kind),
            sum.members().stream().map(member -> new Count(member, kind)).toList());
      }
    }
    counts.forEach((place, count) -> {
      range(new Count(place, Kind.ALL), count.base(), place, hidden, count);
      if (!rule.hasVoices()) {
        return;
      }
      range(new Count(place, Kind.GOOD), count.good(), place, hidden, count);
      range(new Count(place, Kind.OTHER), count.base() - count.good(), place, hidden, count);
      if (hidden.contains(place)) {
        sum(
            new Count(place, Kind.ALL),
            List.of(new Count(place, Kind.GOOD), new Count(place, Kind.OTHER)));
      }
    });
  }

  /** Hidden places too small to be seen of which some count is certain. */
  static Set<Place> pinned(
      Collection<Sum> sums, Map<Place, Counts> counts, Set<Place> hidden, Rule rule) {
    var bounds = new Bounds(sums, counts, hidden, rule);
    while (bounds.narrow()) {
      // until nothing moves: ranges only become narrower, so it ends
    }
    var pinned = new HashSet<Place>();
    for (var place : hidden) {
      if (!rule.mayBeSeen(place, counts.get(place)) && bounds.isCertain(place)) {
        pinned.add(place);
      }
    }
    return pinned;
  }

  private boolean isCertain(Place place) {
    for (var kind : kinds) {
      var range = ranges.get(new Count(place, kind));
      if (range[0] == range[1]) {
        return true;
      }
    }
    return false;
  }

  private void sum(Count total, List<Count> of) {
    totals.add(total);
    members.add(of);
  }

  private void range(Count count, int truth, Place place, Set<Place> hidden, Counts counts) {
    int[] range = {truth, truth};
    if (hidden.contains(place)) {
      boolean all = count.kind() == Kind.ALL && !place.isRest();
      range[0] = all ? rule.least() : 0;
      range[1] = all ? rule.most(place, counts) : Rule.MOST;
    }
    ranges.put(count, range);
  }

  private boolean narrow() {
    boolean moved = false;
    for (int at = 0; at < totals.size(); at++) {
      moved |= narrow(ranges.get(totals.get(at)), members.get(at));
    }
    return moved;
  }

  private boolean narrow(int[] total, List<Count> of) {
    int least = 0;
    int most = 0;
    for (var member : of) {
      least += ranges.get(member)[0];
      most = Math.min(Rule.MOST, most + ranges.get(member)[1]);
    }
    boolean moved = set(total, least, most);
    for (var member : of) {
      var own = ranges.get(member);
      moved |=
          set(
              own,
              most == Rule.MOST ? 0 : total[0] - (most - own[1]),
              total[1] == Rule.MOST ? Rule.MOST : total[1] - (least - own[0]));
    }
    return moved;
  }

  private static boolean set(int[] range, int least, int most) {
    boolean moved = range[0] < least || range[1] > most;
    range[0] = Math.max(range[0], least);
    range[1] = Math.min(range[1], most);
    return moved;
  }
}
