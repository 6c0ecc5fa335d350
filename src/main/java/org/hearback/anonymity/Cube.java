package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hearback.journey.ServiceAreas;

/**
 * All cells of one audience group and one core item, and the sums that tie them together: an area
 * is the sum of the areas below it and of a rest that was labelled no finer; twelve months are the
 * sum of four quarters and of a rest that was labelled with its year. Rests are never published,
 * and whoever subtracts gets them; so they are cells like others.
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

    Counts minus(Counts other) {
      return new Counts(base - other.base, good - other.good);
    }
  }

  /** One sum: the total is as much as the members together. */
  record Sum(Place total, List<Place> members) {}

  private static final String REST = "~";
  private static final Counts NOBODY = new Counts(0, 0);

  private final Map<Place, Counts> counts = new LinkedHashMap<>();
  private final List<Sum> sums = new ArrayList<>();

  Cube(Collection<Tally> tallies, ServiceAreas areas, CellSpan quarter) {
    var spans = new ArrayList<>(quarter.quarters());
    spans.add(quarter.rolling());
    for (var tally : tallies) {
      var area = areas.knows(tally.area()) ? tally.area() : areas.council();
      spans.stream()
          .filter(span -> span.covers(tally.period()))
          .forEach(span -> add(areas.upwards(area), span.key(), tally));
    }
    var all = new TreeSet<>(areas.parents().keySet());
    all.add(areas.council());
    all.forEach(
        area -> spans.forEach(span -> counts.putIfAbsent(new Place(area, span.key()), NOBODY)));
    for (var span : spans) {
      all.stream()
          .filter(area -> !areas.children(area).isEmpty())
          .forEach(area -> sumOfAreas(area, span.key(), areas.children(area)));
    }
    all.forEach(area -> sumOfQuarters(area, quarter));
  }

  private void add(List<String> way, String span, Tally tally) {
    var more = new Counts(tally.base(), tally.good());
    way.forEach(area -> counts.merge(new Place(area, span), more, Counts::plus));
  }

  private void sumOfAreas(String area, String span, List<String> below) {
    var members = below.stream().map(child -> new Place(child, span)).toList();
    sum(new Place(area, span), members, new Place(area + REST, span));
  }

  private void sumOfQuarters(String area, CellSpan quarter) {
    var year = quarter.rolling().key();
    var members = quarter.quarters().stream().map(span -> new Place(area, span.key())).toList();
    sum(new Place(area, year), members, new Place(area, year + REST));
  }

  private void sum(Place total, List<Place> members, Place rest) {
    var known = members.stream().map(counts::get).reduce(NOBODY, Counts::plus);
    counts.put(rest, counts.get(total).minus(known));
    var withRest = new ArrayList<>(members);
    withRest.add(rest);
    sums.add(new Sum(total, List.copyOf(withRest)));
  }

  Map<Place, Counts> counts() {
    return counts;
  }

  List<Sum> sums() {
    return sums;
  }
}
