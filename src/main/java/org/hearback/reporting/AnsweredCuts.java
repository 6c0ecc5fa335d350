package org.hearback.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.ClosedTally;
import org.hearback.anonymity.Disclosure;
import org.hearback.invitation.Replies.Counted;
import org.hearback.invitation.Replies.Part;
import org.hearback.invitation.Replies.Split;
import org.hearback.journey.AudienceGroup;

/**
 * Which counts of those who answered may be kept of a quarter. One that is kept is of ten people or
 * more who answered and ten or more who did not, and so is whatever is left when some are taken
 * from others: of the parts of an area, and of the areas of the council. So it tells of nobody
 * whether they answered. And it is ten or more above what the figures of the same people stand on:
 * else it would say of a hidden figure that it stands on no more, and so of another that it stands
 * on no less. Pure.
 */
final class AnsweredCuts {
  private static final int ROUNDED_TO = 5;

  private final String council;
  private final Map<Part, Sum> sums = new HashMap<>();
  private final List<String> below;

  /**
   * How many were asked, how many of them answered, and on how many of these each figure stands at
   * most.
   */
  private record Sum(int asked, int answered, Map<String, Integer> based) {
    static final Sum NOBODY = new Sum(0, 0, Map.of());

    Sum plus(Sum more) {
      var both = new HashMap<String, Integer>();
      both.putAll(based);
      more.based.forEach((item, base) -> both.merge(item, base, Integer::sum));
      return new Sum(asked + more.asked, answered + more.answered, both);
    }

    boolean isLarge() {
      return answered >= Disclosure.BASE_MIN
          && asked - answered >= Disclosure.BASE_MIN
          && based.values().stream().allMatch(base -> answered - base >= Disclosure.BASE_MIN);
    }

    /** Of nobody there is nothing to tell. */
    boolean isSafe() {
      return asked == 0 && answered == 0 || isLarge();
    }
  }

  /**
   * Some of the people whom one figure stands on.
   *
   * @param what it tells: a core item, or how many answers there are
   * @param way of their area up to the council
   */
  record Based(String what, List<String> way, AudienceGroup group, int people) {
    static Based of(ClosedTally closed) {
      var tally = closed.tally();
      return new Based(tally.item().name(), closed.way(), tally.group(), tally.base());
    }
  }

  private AnsweredCuts(String council, List<Counted> counted, List<Based> figures) {
    this.council = council;
    counted.forEach(one ->
        sums.put(one.part(), new Sum(one.asked(), one.answered(), based(one.part(), figures))));
    // The smallest is given up first.
    this.below =
        counted.stream()
            .map(Counted::part)
            .filter(part -> part.split() == Split.ALL && !part.area().equals(council))
            .sorted(
                Comparator.comparing((Part part) -> sums.get(part).answered())
                    .thenComparing(Part::area))
            .map(Part::area)
            .toList();
  }

  /**
   * What may be kept, in fives.
   *
   * @param figures what may be known of the same people
   */
  static List<AnsweredRow> of(
      CellSpan quarter, String council, List<Counted> counted, List<Based> figures) {
    return new AnsweredCuts(council, counted, figures)
        .parts().entrySet().stream()
            .map(kept ->
                new AnsweredRow(
                    quarter.key(),
                    kept.getKey().area(),
                    key(kept.getKey().split()),
                    kept.getKey().part(),
                    rounded(kept.getValue().answered())))
            .toList();
  }

  static String key(Split split) {
    return split.name().toLowerCase(Locale.ROOT);
  }

  private static int rounded(int people) {
    return (people + ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO;
  }

  /** No figure is cut by way or language. */
  private static Map<String, Integer> based(Part part, List<Based> figures) {
    var based = new HashMap<String, Integer>();
    figures.stream()
        .filter(at -> at.way().contains(part.area()))
        .filter(at ->
            part.split() == Split.ALL
                || part.split() == Split.GROUP && at.group().name().equals(part.part()))
        .forEach(at -> based.merge(at.what(), at.people(), Integer::sum));
    return based;
  }

  private Map<Part, Sum> parts() {
    var kept = new HashMap<Part, Sum>();
    if (!all(council).isLarge()) {
      return kept;
    }
    var areas = areas(List.of(this::all), below.stream().filter(it -> all(it).isLarge()).toList());
    keep(kept, areas, Split.ALL, List.of(""));
    for (var split : List.of(Split.GROUP, Split.WAY, Split.LANGUAGE)) {
      var alone = alone(split);
      if (!alone.isEmpty()) {
        keep(kept, areas(columns(split, alone), areas), split, alone);
      }
    }
    return kept;
  }

  private void keep(Map<Part, Sum> kept, List<String> areas, Split split, List<String> parts) {
    for (var part : parts) {
      kept.put(new Part(council, split, part), sum(council, split, part));
      areas.stream()
          .filter(area -> sum(area, split, part).asked() > 0)
          .forEach(area -> kept.put(new Part(area, split, part), sum(area, split, part)));
    }
  }

  /** What stands alone nowhere is known all the same: it is the rest. */
  private List<Function<String, Sum>> columns(Split split, List<String> alone) {
    var columns = new ArrayList<Function<String, Sum>>();
    alone.forEach(part -> columns.add(area -> sum(area, split, part)));
    var others = others(split, alone);
    columns.add(area -> sum(area, split, others));
    return columns;
  }

  /** The parts of the council that can stand alone: what is small goes together with the next. */
  private List<String> alone(Split split) {
    var alone = new ArrayList<>(others(split, List.of()));
    alone.removeIf(part -> !sum(council, split, part).isSafe());
    while (!alone.isEmpty() && !sum(council, split, others(split, alone)).isSafe()) {
      alone.removeFirst();
    }
    return alone;
  }

  /** The parts of the council but for some, the smallest first. */
  private List<String> others(Split split, List<String> but) {
    return sums.keySet().stream()
        .filter(part -> part.area().equals(council) && part.split() == split)
        .sorted(
            Comparator.comparing((Part part) -> sums.get(part).answered())
                .thenComparing(Part::part))
        .map(Part::part)
        .filter(part -> !but.contains(part))
        .toList();
  }

  /** Of some areas as many as leave enough of the council, or nobody, in every column. */
  private List<String> areas(List<Function<String, Sum>> columns, List<String> some) {
    var areas = new ArrayList<>(some);
    areas.removeIf(area -> !columns.stream().allMatch(column -> column.apply(area).isSafe()));
    while (!areas.isEmpty() && !columns.stream().allMatch(column -> rest(column, areas).isSafe())) {
      areas.removeFirst();
    }
    return areas;
  }

  /** Of the other areas. Figures of the whole council are of people from any. */
  private Sum rest(Function<String, Sum> column, List<String> areas) {
    var all = column.apply(council);
    var taken = areas.stream().map(column).reduce(Sum.NOBODY, Sum::plus);
    var left =
        below.stream()
            .filter(area -> !areas.contains(area))
            .map(column)
            .reduce(Sum.NOBODY, Sum::plus);
    return new Sum(all.asked() - taken.asked(), all.answered() - taken.answered(), left.based());
  }

  private Sum all(String area) {
    return sum(area, Split.ALL, "");
  }

  private Sum sum(String area, Split split, String part) {
    return sums.getOrDefault(new Part(area, split, part), Sum.NOBODY);
  }

  private Sum sum(String area, Split split, List<String> parts) {
    return parts.stream().map(part -> sum(area, split, part)).reduce(Sum.NOBODY, Sum::plus);
  }
}
