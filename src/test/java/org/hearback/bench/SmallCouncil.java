package org.hearback.bench;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.ClosedThemes;
import org.hearback.anonymity.Disclosure;
import org.hearback.anonymity.Tally;
import org.hearback.form.CoreItem;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.ServiceAreas;

/**
 * A made-up council whose answers come in over months: few areas have most of them, some areas
 * speak with one voice, some answers come late, and some are labelled with a year or with the area
 * above. The same for the same seed.
 */
final class SmallCouncil {
  static final YearMonth FIRST = YearMonth.of(2024, 10);
  private static final int HALF_YEAR = 6;
  private static final int THEMES = 8;

  private record Answer(int release, Tally tally) {}

  /** One answer with what it says in its own words. */
  private record Heard(
      int release, String area, AudienceGroup group, String period, Set<String> themes) {}

  private final String name;
  private final ServiceAreas areas;
  private final List<Answer> answers = new ArrayList<>();
  private final List<Heard> heard = new ArrayList<>();
  private final Random themed;

  SmallCouncil(String name, ServiceAreas areas, int monthly, int months, long seed) {
    this.name = name;
    this.areas = areas;
    var random = new Random(seed);
    themed = new Random(seed + 1);
    var leaves =
        areas.parents().keySet().stream()
            .filter(area -> areas.children(area).isEmpty())
            .sorted()
            .toList();
    for (int month = 0; month < months; month++) {
      int many = (int) Math.round(monthly * (0.7 + 0.6 * random.nextDouble()));
      for (int answer = 0; answer < many; answer++) {
        // Heavy in front: the square of an even number.
        double at = Math.pow(random.nextDouble(), 2.5);
        int leaf = (int) (at * leaves.size());
        answer(leaves.get(leaf), leaf, month, random);
      }
    }
  }

  static SmallCouncil of40(int months, long seed) {
    return new SmallCouncil("40 a month, one level", flat("a", "b", "c", "d"), 40, months, seed);
  }

  static SmallCouncil of120(int months, long seed) {
    return new SmallCouncil("120 a month, two levels", tree(3, 4), 120, months, seed);
  }

  static SmallCouncil of400(int months, long seed) {
    return new SmallCouncil("400 a month, three levels", deep(), 400, months, seed);
  }

  private static ServiceAreas flat(String... leaves) {
    var parents = new LinkedHashMap<String, String>();
    for (var leaf : leaves) {
      parents.put(leaf, "council");
    }
    return new ServiceAreas(parents, "council");
  }

  static ServiceAreas tree(int branches, int leaves) {
    var parents = new LinkedHashMap<String, String>();
    for (int branch = 0; branch < branches; branch++) {
      parents.put("b" + branch, "council");
      for (int leaf = 0; leaf < leaves; leaf++) {
        parents.put("l" + leaf + "b" + branch, "b" + branch);
      }
    }
    return new ServiceAreas(parents, "council");
  }

  private static ServiceAreas deep() {
    var parents = new LinkedHashMap<>(tree(3, 3).parents());
    for (var way : List.of("l0b0", "l1b1")) {
      for (int team = 0; team < 3; team++) {
        parents.put("a" + team + way, way);
      }
    }
    parents.put("alone", "b2");
    parents.put("lonely", "alone");
    return new ServiceAreas(parents, "council");
  }

  String name() {
    return name;
  }

  ServiceAreas areas() {
    return areas;
  }

  /** The newest quarter of a release: that of the month before it. */
  static CellSpan quarter(int release) {
    return CellSpan.quarterOf(FIRST.plusMonths(release));
  }

  /** What is known when a release is made. */
  List<Tally> tallies(int release) {
    return answers.stream()
        .filter(answer -> answer.release() <= release)
        .map(Answer::tally)
        .toList();
  }

  private void answer(String leaf, int number, int month, Random random) {
    double when = random.nextDouble();
    int late = when < 0.55 ? 0 : when < 0.85 ? 1 : when < 0.95 ? 2 : random.nextInt(3, HALF_YEAR);
    var area = random.nextInt(12) == 0 ? areas.parent(leaf).orElseThrow() : leaf;
    var sent = FIRST.plusMonths(month);
    int label = random.nextInt(10);
    var period =
        label < 5
            ? sent.toString()
            : label < 9 ? CellSpan.quarterOf(sent).key() : Integer.toString(sent.getYear());
    double kind = random.nextDouble();
    var group =
        kind < 0.5
            ? AudienceGroup.FAMILY
            : kind < 0.85 ? AudienceGroup.CHILD_AND_YOUNG_PERSON : AudienceGroup.STAFF_AND_PARTNER;
    heard.add(new Heard(month + late, area, group, period, themes(number)));
    double good = number % 3 == 1 ? 0.97 : number % 3 == 2 ? 0.05 : 0.6;
    for (var item : CoreItem.values()) {
      if (random.nextInt(10) < 7) {
        int says = random.nextDouble() < good ? 1 : 0;
        answers.add(new Answer(month + late, new Tally(area, group, period, item, 1, says)));
      }
    }
  }

  /** Some themes are on everybody's lips, some on nobody's, and some in one area alone. */
  private Set<String> themes(int area) {
    var themes = new TreeSet<String>();
    for (int theme = 0; theme < THEMES; theme++) {
      boolean here = theme % 4 != 3 || area % 5 == theme % 5;
      if (here && themed.nextDouble() < 0.5 / (theme + 1) + (theme == 3 ? 0.9 : 0)) {
        themes.add("theme" + theme);
      }
    }
    return themes;
  }

  /** What is closed with a quarter, as it is known when a release is made. */
  List<ClosedThemes.Labelled> themes(int release, CellSpan quarter) {
    return heard.stream()
        .filter(one -> one.release() <= release && Disclosure.closes(quarter, one.period()))
        .collect(Collectors.groupingBy(one -> List.of(one.area(), one.group(), one.period())))
        .values()
        .stream()
        .map(some -> {
          var said = new TreeMap<String, Integer>();
          some.forEach(one -> one.themes().forEach(theme -> said.merge(theme, 1, Integer::sum)));
          var one = some.getFirst();
          return new ClosedThemes.Labelled(
              quarter, areas.upwards(one.area()), one.group(), one.period(), some.size(), said);
        })
        .toList();
  }

  /** The theme book; its last theme is newer than the others. */
  static Map<String, Integer> book(CellSpan quarter) {
    var book = new TreeMap<String, Integer>();
    int many =
        quarter.isBefore(CellSpan.quarterOf(FIRST.plusMonths(HALF_YEAR))) ? THEMES - 1 : THEMES;
    for (int theme = 0; theme < many; theme++) {
      book.put("theme" + theme, 0);
    }
    return book;
  }

  /** As if a database had counted them. */
  static List<Tally> summed(List<Tally> single) {
    record Key(String area, AudienceGroup group, String period, CoreItem item) {}
    Map<Key, int[]> sums = new LinkedHashMap<>();
    for (var one : single) {
      var sum =
          sums.computeIfAbsent(
              new Key(one.area(), one.group(), one.period(), one.item()), _ -> new int[2]);
      sum[0] += one.base();
      sum[1] += one.good();
    }
    return sums.entrySet().stream()
        .map(e ->
            new Tally(
                e.getKey().area(),
                e.getKey().group(),
                e.getKey().period(),
                e.getKey().item(),
                e.getValue()[0],
                e.getValue()[1]))
        .toList();
  }
}
