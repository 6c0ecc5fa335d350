package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearback.journey.ServiceAreas;

/**
 * All cells of one audience group and one core item or theme in all releases, and the sums that tie
 * them together: an area is the sum of the areas below it and of a rest that was labelled no finer;
 * twelve months are the sum of four quarters and of a rest that was labelled with its year. Rests
 * are never published, and whoever subtracts gets them; so they are cells like others. As closed
 * quarters never change, what was said in one release holds in every other.
 */
final class Cube {
  /**
   * Where a number stands. A rest has the name of its area or time with a mark, so that it is a
   * place of its own.
   */
  record Place(String area, String span) {
    boolean isRest() {
      return area.endsWith(REST) || span.endsWith(REST);
    }
  }

  record Counts(int base, int good) {
    Counts plus(Counts other) {
      return new Counts(base + other.base, good + other.good);
    }
  }

  /** One sum: the total is as much as the members together. */
  record Sum(Place total, List<Place> members) {}

  /**
   * What was counted under one label.
   *
   * @param quarter the one with which it was closed
   * @param way from its area up to the council
   */
  record Labelled(CellSpan quarter, List<String> way, String period, Counts counts) {
    static Labelled of(ClosedTally closed) {
      var tally = closed.tally();
      return new Labelled(
          closed.quarter(), closed.way(), tally.period(), new Counts(tally.base(), tally.good()));
    }
  }

  /** All that was labelled with one area and one quarter or year: no figure cuts through it. */
  private record Part(List<String> way, String period) {}

  private static final String REST = "~";
  private static final Counts NOBODY = new Counts(0, 0);

  private final List<Part> parts = new ArrayList<>();
  private final List<Counts> counted = new ArrayList<>();
  private final Map<String, SequencedSet<String>> below = new TreeMap<>();
  private final Map<Place, BitSet> within = new HashMap<>();
  private final Map<Place, Counts> counts = new LinkedHashMap<>();
  private final List<Sum> sums = new ArrayList<>();

  /**
   * @param spans the quarters and the twelve months there are to be, these with all their quarters
   */
  Cube(Collection<Labelled> labelled, ServiceAreas areas, SequencedSet<CellSpan> spans) {
    var numbers = new HashMap<Part, Integer>();
    for (var one : labelled) {
      boolean year = one.period().length() == "2026".length();
      var part = new Part(one.way(), year ? one.period() : one.quarter().key());
      int number = numbers.computeIfAbsent(part, this::next);
      counted.set(number, counted.get(number).plus(one.counts()));
    }
    var all = tree(areas);
    for (var area : all) {
      spans.forEach(span -> fill(area, span));
    }
    for (var span : spans) {
      all.forEach(area -> sumOfAreas(area, span.key()));
    }
    for (var year : spans.stream().filter(CellSpan::twelveMonths).toList()) {
      all.forEach(area -> sumOfQuarters(area, year));
      // Rests add up as well: that nothing was labelled so coarsely is known of some.
      all.stream()
          .filter(area -> !below(area).isEmpty())
          .forEach(area -> sumOfQuarters(area + REST, year));
    }
  }

  /** All that is told of in some releases, by the newest quarter of each. */
  static SequencedSet<CellSpan> spans(Collection<CellSpan> releases) {
    var spans = new LinkedHashSet<CellSpan>();
    for (var release : releases) {
      spans.addAll(release.quarters());
      spans.add(release.rolling());
    }
    return spans;
  }

  private int next(Part part) {
    parts.add(part);
    counted.add(NOBODY);
    return parts.size() - 1;
  }

  /** The areas of today's tree and of every way, and what lies below each in any of them. */
  private TreeSet<String> tree(ServiceAreas areas) {
    var all = new TreeSet<>(areas.parents().keySet());
    all.add(areas.council());
    for (var area : all) {
      below.put(area, new LinkedHashSet<>(areas.children(area)));
    }
    for (var part : parts) {
      all.addAll(part.way());
      for (int at = 1; at < part.way().size(); at++) {
        below
            .computeIfAbsent(part.way().get(at), _ -> new LinkedHashSet<>())
            .add(part.way().get(at - 1));
      }
    }
    return all;
  }

  private SequencedSet<String> below(String area) {
    return below.getOrDefault(area, new LinkedHashSet<>());
  }

  private void fill(String area, CellSpan span) {
    var found = new BitSet();
    for (int part = 0; part < parts.size(); part++) {
      if (parts.get(part).way().contains(area) && span.covers(parts.get(part).period())) {
        found.set(part);
      }
    }
    put(new Place(area, span.key()), found);
  }

  private void put(Place place, BitSet found) {
    within.put(place, found);
    counts.put(place, found.stream().mapToObj(counted::get).reduce(NOBODY, Counts::plus));
  }

  private void sumOfAreas(String area, String span) {
    if (!below(area).isEmpty()) {
      var members = below(area).stream().map(child -> new Place(child, span)).toList();
      sum(new Place(area, span), members, new Place(area + REST, span));
    }
  }

  private void sumOfQuarters(String area, CellSpan twelveMonths) {
    var year = twelveMonths.key();
    var members =
        twelveMonths.quarters().stream().map(span -> new Place(area, span.key())).toList();
    sum(new Place(area, year), members, new Place(area, year + REST));
  }

  /** An area that has moved in the meantime is no member of what it was not always in. */
  private void sum(Place total, List<Place> members, Place rest) {
    var left = (BitSet) within.get(total).clone();
    var known = new ArrayList<Place>();
    for (var member : members) {
      var own = within.get(member);
      var beyond = (BitSet) own.clone();
      beyond.andNot(within.get(total));
      if (beyond.isEmpty()) {
        left.andNot(own);
        known.add(member);
      }
    }
    put(rest, left);
    known.add(rest);
    sums.add(new Sum(total, List.copyOf(known)));
  }

  /** Nobody at a place that it does not know. */
  Counts at(Place place) {
    return counts.getOrDefault(place, NOBODY);
  }

  Map<Place, Counts> counts() {
    return counts;
  }

  List<Sum> sums() {
    return sums;
  }
}
