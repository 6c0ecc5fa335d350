package org.hearback.bench;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.PublishedCell;
import org.hearback.anonymity.Release;
import org.hearback.anonymity.Tally;
import org.hearback.form.CoreItem;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.ServiceAreas;

/**
 * Holds all releases of one audience group and one core item and knows the rules. A figure that
 * changed is exact as of its release; one that did not is not believed to be. The unknowns are how
 * many were counted under each label between two releases. The truth is looked at to say what
 * counts as found, and by the insider to know where nobody came.
 */
final class Attacker {
  private static final int SMALL = 5;
  private static final int TEN = 10;
  private static final int TWENTY = 20;

  /** What came under one label between two releases. */
  private record Step(String area, String period, int release) implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      int order = Integer.compare(release, other.release);
      order = order == 0 ? period.compareTo(other.period) : order;
      return order == 0 ? area.compareTo(other.area) : order;
    }
  }

  private record Cell(String area, CellSpan span) {}

  /** What must not come out: a cell as of a release, or what it grew by. */
  private record Target(boolean large, TreeSet<Step> sum) {}

  private record Known(int base, int good) {}

  private final ServiceAreas areas;
  private final List<Release> releases;
  private final AudienceGroup group;
  private final CoreItem item;
  private final TreeMap<Step, Known> steps = new TreeMap<>();
  private final Map<Cell, List<Integer>> lives = new LinkedHashMap<>();
  private final List<TreeSet<Step>> equations = new ArrayList<>();
  private final Set<Target> targets = new HashSet<>();
  private int cells;
  private int shown;
  private int worthy;
  private int own;
  private int hidden;
  private int alone;

  /**
   * @param counted what each release was made of
   */
  Attacker(
      ServiceAreas areas,
      List<Release> releases,
      List<List<Tally>> counted,
      AudienceGroup group,
      CoreItem item) {
    this.areas = areas;
    this.releases = releases;
    this.group = group;
    this.item = item;
    Map<Step, Known> before = new HashMap<>();
    for (int release = 0; release < releases.size(); release++) {
      var now = new HashMap<Step, Known>();
      for (var tally : counted.get(release)) {
        if (tally.group() == group && tally.item() == item) {
          var label = new Step(tally.area(), quarterOrYear(tally.period()), 0);
          now.merge(
              label,
              new Known(tally.base(), tally.good()),
              (one, more) -> new Known(one.base + more.base, one.good + more.good));
        }
      }
      for (var label : now.entrySet()) {
        var old = before.getOrDefault(label.getKey(), new Known(0, 0));
        var step = new Step(label.getKey().area(), label.getKey().period(), release);
        var here = label.getValue();
        steps.put(step, new Known(here.base - old.base, here.good - old.good));
      }
      before = now;
    }
  }

  static boolean mayBeSeen(int base, int good) {
    return base == 0 || base >= (good == 0 || good == base ? TWENTY : TEN);
  }

  DisclosureAttack.Outcome attack() {
    read();
    grown();
    var insider = new PlainSolver<Step>();
    equations.forEach(sum -> insider.know(moved(sum)));
    var found = targets.stream().filter(target -> insider.tells(moved(target.sum()))).toList();
    int derived = 0;
    if (!found.isEmpty()) {
      var outsider = new PlainSolver<Step>();
      equations.forEach(outsider::know);
      derived = (int) found.stream().filter(target -> outsider.tells(target.sum())).count();
    }
    int known = (int) found.stream().filter(target -> !target.large()).count();
    return new DisclosureAttack.Outcome(
        0, cells, shown, worthy, own, hidden, alone, derived, known, ranges());
  }

  /** The figures become equations, and what is hidden becomes what is looked for. */
  private void read() {
    var said = new HashMap<Cell, Known>();
    for (int release = 0; release < releases.size(); release++) {
      own(release);
      for (var cell : releases.get(release).cells()) {
        if (cell.group() != group || cell.item() != item) {
          continue;
        }
        cells++;
        var place = new Cell(cell.area(), cell.span());
        lives.computeIfAbsent(place, _ -> new ArrayList<>()).add(release);
        var sum = in(place, release);
        var truth = count(sum);
        switch (cell) {
          case PublishedCell.Figure figure -> {
            shown += figure.base() > 0 ? 1 : 0;
            var figures = new Known(figure.base(), figure.good());
            if (!figures.equals(said.put(place, figures))) {
              check(figures, truth);
              equations.add(sum);
            }
          }
          case PublishedCell.Hidden _ -> {
            hidden++;
            boolean large = mayBeSeen(truth.base, truth.good);
            alone += large ? 1 : 0;
            targets.add(new Target(large, sum));
          }
        }
      }
    }
  }

  /** For how many areas a page can show something of their own. */
  private void own(int release) {
    var newest = releases.get(release).quarter();
    var shownOf = new HashSet<String>();
    for (var cell : releases.get(release).cells()) {
      if (cell.group() == group
          && cell.item() == item
          && (cell.span().equals(newest) || cell.span().twelveMonths())) {
        var truth = count(in(new Cell(cell.area(), cell.span()), release));
        worthy += cell.span().twelveMonths() && truth.base >= TEN ? 1 : 0;
        if (cell instanceof PublishedCell.Figure figure && figure.base() > 0) {
          shownOf.add(cell.area());
        }
      }
    }
    own += shownOf.size();
  }

  private static void check(Known figures, Known truth) {
    if (!figures.equals(truth)) {
      throw new IllegalStateException("a figure that changed is not true: " + figures + truth);
    }
  }

  private void grown() {
    lives.forEach((place, life) -> {
      for (int from : life) {
        for (int to : life) {
          if (from < to) {
            var more = in(place, to);
            more.removeAll(in(place, from));
            lookFor(more);
          }
        }
      }
    });
    steps.keySet().forEach(step -> lookFor(new TreeSet<>(List.of(step))));
  }

  private void lookFor(TreeSet<Step> more) {
    var count = count(more);
    boolean oneVoice = count.good == 0 || count.good == count.base;
    if (count.base > 0 && count.base < (oneVoice ? TWENTY : SMALL)) {
      targets.add(new Target(false, more));
    }
  }

  private TreeSet<Step> moved(TreeSet<Step> sum) {
    var moved = new TreeSet<>(sum);
    moved.removeIf(step -> steps.get(step).base == 0);
    return moved;
  }

  private Known count(Set<Step> sum) {
    int base = 0;
    int good = 0;
    for (var step : sum) {
      base += steps.get(step).base;
      good += steps.get(step).good;
    }
    return new Known(base, good);
  }

  private TreeSet<Step> in(Cell cell, int release) {
    var in = new TreeSet<Step>();
    for (var step : steps.keySet()) {
      if (step.release() <= release
          && cell.span().covers(step.period())
          && areas.upwards(step.area()).contains(cell.area())) {
        in.add(step);
      }
    }
    return in;
  }

  /** Of each count its range, of those who say good and of those who do not as well. */
  private int ranges() {
    var ranges = new Ranges();
    var wanted = new HashSet<String>();
    var said = new HashMap<Cell, Known>();
    for (int release = 0; release < releases.size(); release++) {
      for (var cell : releases.get(release).cells()) {
        if (cell.group() == group && cell.item() == item) {
          know(ranges, wanted, said, cell, release);
        }
      }
      sums(ranges, release);
    }
    return ranges.pinned(wanted).size();
  }

  private void know(
      Ranges ranges, Set<String> wanted, Map<Cell, Known> said, PublishedCell cell, int release) {
    var place = new Cell(cell.area(), cell.span());
    var truth = count(in(place, release));
    var name = name(place, release);
    ranges.sum(name, List.of(name + " good", name + " bad"));
    if (lives.get(place).contains(release - 1)) {
      for (var kind : List.of("", " good", " bad")) {
        ranges.risen(name(place, release - 1) + kind, name + kind);
      }
    }
    switch (cell) {
      case PublishedCell.Hidden _ -> {
        ranges.know(
            name,
            1,
            mayBeSeen(truth.base, truth.good) ? 1_000_000 : truth.base < TEN ? TEN - 1 : 19);
        if (mayBeSeen(truth.base, truth.good)) {
          wanted.remove(name);
        } else {
          wanted.addAll(List.of(name, name + " good", name + " bad"));
        }
      }
      case PublishedCell.Figure figure -> {
        boolean changed =
            !new Known(figure.base(), figure.good())
                .equals(said.put(place, new Known(figure.base(), figure.good())));
        boolean few = truth.base - figure.base() < SMALL;
        int more = changed ? 0 : few ? SMALL - 1 : 1_000_000;
        ranges.know(name, figure.base(), figure.base() + more);
        ranges.know(name + " good", figure.good(), figure.good() + more);
      }
    }
  }

  private void sums(Ranges ranges, int release) {
    var quarter = releases.get(release).quarter();
    var spans = new ArrayList<>(quarter.quarters());
    spans.add(quarter.rolling());
    var all = new TreeSet<>(areas.parents().keySet());
    all.add(areas.council());
    for (var area : all) {
      for (var span : spans) {
        var below = areas.children(area).stream().map(at -> new Cell(at, span)).toList();
        if (!below.isEmpty()) {
          sum(ranges, new Cell(area, span), below, release);
        }
      }
      var quarters = quarter.quarters().stream().map(at -> new Cell(area, at)).toList();
      sum(ranges, new Cell(area, quarter.rolling()), quarters, release);
    }
  }

  private void sum(Ranges ranges, Cell total, List<Cell> members, int release) {
    var rest = in(total, release);
    members.forEach(member -> rest.removeAll(in(member, release)));
    for (var kind : List.of("", " good", " bad")) {
      var names = new ArrayList<>(members.stream().map(at -> name(at, release) + kind).toList());
      names.add(name(total, release) + " of " + members.getFirst().span().key() + " rest" + kind);
      if (count(rest).base == 0) {
        ranges.know(names.getLast(), 0, 0);
      }
      ranges.sum(name(total, release) + kind, names);
    }
  }

  private static String name(Cell cell, int release) {
    return cell.area() + " " + cell.span().key() + " at " + release;
  }

  private static String quarterOrYear(String label) {
    return label.length() == 7 && !label.contains("Q")
        ? CellSpan.quarterOf(YearMonth.parse(label)).key()
        : label;
  }
}
