package org.hearback.anonymity;

import java.time.Year;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hearback.journey.Audience;
import org.hearback.journey.ServiceAreas;

/**
 * Decides under which one label a response may be kept. Attributes are coarsened in a fixed order:
 * language, milestone, month to quarter to year, age band, area to the one above until the council;
 * the audience stays. At each step those who would get the same label are put together, and where
 * they are at least {@link #FEWEST} different people they keep it; the others go on. So whoever is
 * stored under a label is one of at least ten people who would be stored under exactly this label;
 * being among ten invited in a cell would not be enough, as some of the ten may be stored
 * elsewhere. Last of all goes the time, for what would otherwise wait for ever ({@link #late}).
 *
 * <p>Pure: the labels depend on the people and the tree alone, not on an order.
 */
public final class LabelRule {
  /** How few different people may stand behind a label. Asserted at start in every environment. */
  public static final int FEWEST = 10;

  /**
   * The steps before the area is touched: nothing, language, milestone, quarter, year, age band.
   */
  private static final int AREA_STEPS_FROM = 5;

  private LabelRule() {}

  /** One person who was invited, and all that is known of that invitation. */
  public record Invited(String person, Attributes attributes) {
    @Override
    public String toString() {
      return "Invited[hidden]";
    }
  }

  /**
   * For each set of attributes the labels that an answer may get, the finest first and then each
   * coarser one up to the council's; those that are not in it must wait. Whoever shares the first
   * label shares all that follow, so whichever of them is chosen, at least {@link #FEWEST} people
   * could have got it.
   */
  public static Map<Attributes, List<Label>> ways(
      Collection<Invited> population, ServiceAreas areas) {
    var people = new HashMap<Attributes, Set<String>>();
    for (var invited : population) {
      people.computeIfAbsent(invited.attributes(), _ -> new HashSet<>()).add(invited.person());
    }
    var ways = new HashMap<Attributes, List<Label>>();
    var left = new HashSet<>(people.keySet());
    int steps =
        AREA_STEPS_FROM
            + left.stream().mapToInt(at -> way(at.area(), areas).size()).max().orElse(0);
    for (int step = 0; step < steps; step++) {
      int now = step;
      left.stream()
          .collect(Collectors.groupingBy(at -> label(at, now, areas)))
          .values()
          .forEach(together -> {
            if (persons(together, people) >= FEWEST) {
              together.forEach(attributes -> ways.put(attributes, from(attributes, now, areas)));
            }
          });
      left.removeAll(ways.keySet());
    }
    return Map.copyOf(ways);
  }

  private static List<Label> from(Attributes at, int step, ServiceAreas areas) {
    int last = Math.max(step, AREA_STEPS_FROM + way(at.area(), areas).size() - 1);
    return IntStream.rangeClosed(step, last)
        .mapToObj(now -> label(at, now, areas))
        .distinct()
        .toList();
  }

  /**
   * The label of an answer that waited until nobody knows any more what it was about: only the
   * audience, which its form says, and the year. Whoever was invited in that year could be the one
   * that waited.
   *
   * @return empty where those are fewer than {@link #FEWEST}; it must wait on
   */
  public static List<Label> forgotten(
      Collection<Invited> population, ServiceAreas areas, Audience audience, int year) {
    long people =
        population.stream()
            .filter(invited -> invited.attributes().audience() == audience)
            .filter(invited -> invited.attributes().month().getYear() == year)
            .map(Invited::person)
            .distinct()
            .count();
    return people < FEWEST
        ? List.of()
        : List.of(new Label(areas.council(), audience, "", "", Integer.toString(year), ""));
  }

  /**
   * The label of an answer that found too few others of its year, as when a year is over, by
   * audience: only that, and the year in which it leaves. Whoever was invited until then could be
   * the one that waited.
   *
   * @param mark {@link Label#LATE} or {@link Label#LATE_BY_OPEN_LINK}
   * @return without an audience of which fewer than {@link #FEWEST} were; it must wait on
   */
  public static Map<Audience, Label> late(
      Collection<Invited> population, ServiceAreas areas, String mark, Year leaving) {
    var people = new EnumMap<Audience, Set<String>>(Audience.class);
    population.forEach(invited ->
        people
            .computeIfAbsent(invited.attributes().audience(), _ -> new HashSet<>())
            .add(invited.person()));
    people.values().removeIf(those -> those.size() < FEWEST);
    var late = new EnumMap<Audience, Label>(Audience.class);
    people
        .keySet()
        .forEach(audience ->
            late.put(
                audience, new Label(areas.council(), audience, "", mark, leaving.toString(), "")));
    return late;
  }

  /**
   * The labels that an answer which came by an open link may get, the finest first. Nothing is
   * known of who gave it, so it is taken for one of those who were asked about the same service in
   * the same year: an area is allowed where they are at least {@link #FEWEST}.
   *
   * @return empty where the whole council has fewer; it must wait
   */
  public static List<Label> open(
      Collection<Invited> population,
      ServiceAreas areas,
      String area,
      Audience audience,
      int year) {
    return way(area, areas).stream()
        .filter(up -> asked(population, areas, up, audience, year) >= FEWEST)
        .map(up -> new Label(up, audience, "", Label.BY_OPEN_LINK, Integer.toString(year), ""))
        .toList();
  }

  private static long asked(
      Collection<Invited> population,
      ServiceAreas areas,
      String within,
      Audience audience,
      int year) {
    return population.stream()
        .filter(invited -> invited.attributes().audience() == audience)
        .filter(invited -> invited.attributes().month().getYear() == year)
        .filter(invited -> way(invited.attributes().area(), areas).contains(within))
        .map(Invited::person)
        .distinct()
        .count();
  }

  private static long persons(List<Attributes> together, Map<Attributes, Set<String>> people) {
    return together.stream().flatMap(at -> people.get(at).stream()).distinct().count();
  }

  private static Label label(Attributes at, int step, ServiceAreas areas) {
    var way = way(at.area(), areas);
    int up = Math.clamp(step - AREA_STEPS_FROM, 0, way.size() - 1);
    return new Label(
        way.get(up),
        at.audience(),
        step >= 5 ? "" : at.ageBand(),
        step >= 2 ? "" : at.milestone(),
        period(at.month(), step),
        step >= 1 ? "" : at.language());
  }

  private static String period(YearMonth month, int step) {
    if (step >= 4) {
      return Integer.toString(month.getYear());
    }
    return step >= 3
        ? month.getYear() + "-Q" + ((month.getMonthValue() + 2) / 3)
        : month.toString();
  }

  /** An area that has left the tree since the invitation has the council above it. */
  private static List<String> way(String area, ServiceAreas areas) {
    return areas.knows(area) ? areas.upwards(area) : List.of(area, areas.council());
  }
}
