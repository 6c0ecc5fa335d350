package org.hearback.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearback.anonymity.CellSpan;
import org.hearback.anonymity.ClosedTally;
import org.hearback.anonymity.Tally;
import org.hearback.form.CoreItem;
import org.hearback.invitation.Replies.Counted;
import org.hearback.invitation.Replies.Part;
import org.hearback.invitation.Replies.Split;
import org.hearback.journey.AudienceGroup;
import org.junit.jupiter.api.Test;

/** Nothing small is kept of those who answered, and nothing small is left by what is kept. */
class AnsweredCutsTest {
  private static final String COUNCIL = "council";
  private static final CellSpan QUARTER = CellSpan.of("2026-Q3");
  private static final Map<Split, List<String>> PARTS =
      Map.of(
          Split.GROUP, List.of("CHILD_AND_YOUNG_PERSON", "FAMILY", "STAFF_AND_PARTNER"),
          Split.WAY, List.of("text", "email", "letter"),
          Split.LANGUAGE, List.of("en", "ar", "pl", "ur", "cy"));

  @Test
  void large_parts_stand_alone_and_a_small_one_goes_with_the_next() {
    var kept =
        kept(
            counted(COUNCIL, Split.ALL, "", 400, 120),
            counted(COUNCIL, Split.WAY, "text", 250, 84),
            counted(COUNCIL, Split.WAY, "email", 100, 30),
            counted(COUNCIL, Split.WAY, "letter", 50, 6),
            counted(COUNCIL, Split.LANGUAGE, "en", 380, 119),
            counted(COUNCIL, Split.LANGUAGE, "pl", 20, 1),
            counted(COUNCIL, Split.GROUP, "FAMILY", 400, 120));
    assertThat(kept)
        .containsExactlyInAnyOrder(
            "council all  120", "council way text 85", "council group FAMILY 120");
  }

  @Test
  void nobody_who_answered_by_a_way_and_nearly_all_who_did_are_small_too() {
    assertThat(
            kept(
                counted(COUNCIL, Split.ALL, "", 400, 120),
                counted(COUNCIL, Split.WAY, "text", 250, 120),
                counted(COUNCIL, Split.WAY, "letter", 150, 0)))
        .containsExactly("council all  120");
    assertThat(
            kept(
                counted(COUNCIL, Split.ALL, "", 400, 120),
                counted(COUNCIL, Split.WAY, "text", 370, 95),
                counted(COUNCIL, Split.WAY, "letter", 30, 25)))
        .containsExactly("council all  120");
    assertThat(kept(counted(COUNCIL, Split.ALL, "", 400, 9))).isEmpty();
    assertThat(kept(counted(COUNCIL, Split.ALL, "", 40, 31))).isEmpty();
  }

  @Test
  void an_area_is_kept_where_enough_is_left_of_the_council() {
    assertThat(
            kept(
                counted(COUNCIL, Split.ALL, "", 400, 100),
                counted("a", Split.ALL, "", 200, 52),
                counted("b", Split.ALL, "", 100, 41),
                counted("c", Split.ALL, "", 100, 7)))
        .containsExactlyInAnyOrder("council all  100", "a all  50");
  }

  @Test
  void a_count_is_well_above_what_figures_of_the_same_people_stand_on() {
    var counted =
        List.of(
            counted(COUNCIL, Split.ALL, "", 400, 120),
            counted(COUNCIL, Split.GROUP, "FAMILY", 300, 90),
            counted(COUNCIL, Split.GROUP, "STAFF_AND_PARTNER", 100, 30),
            counted("a", Split.ALL, "", 200, 60),
            counted("a", Split.GROUP, "FAMILY", 200, 60));
    assertThat(kept(counted, figure("a", AudienceGroup.FAMILY, 50)))
        .containsExactlyInAnyOrder(
            "council all  120",
            "council group FAMILY 90",
            "council group STAFF_AND_PARTNER 30",
            "a all  60",
            "a group FAMILY 60");
    assertThat(kept(counted, figure("a", AudienceGroup.FAMILY, 51)))
        .containsExactlyInAnyOrder(
            "council all  120", "council group FAMILY 90", "council group STAFF_AND_PARTNER 30");
    assertThat(kept(counted, figure("a", AudienceGroup.FAMILY, 81)))
        .containsExactly("council all  120");
    assertThat(
            kept(
                counted,
                figure("a", AudienceGroup.FAMILY, 81),
                figure("b", AudienceGroup.STAFF_AND_PARTNER, 30)))
        .isEmpty();
  }

  /**
   * A plain reader with a pencil: of whoever is asked in an area and has one thing in common, the
   * sums of rows and columns that are kept never leave fewer than ten who answered, nor fewer than
   * ten who did not, nor fewer than ten who answered and stand in no figure.
   */
  @Test
  void nothing_small_is_left_whatever_was_answered() {
    long seed = Long.getLong("seed", new Random().nextLong());
    var random = new Random(seed);
    int rows = 0;
    for (int council = 0; council < 1000; council++) {
      var truth = truth(random);
      var kept =
          AnsweredCuts.of(
              QUARTER,
              COUNCIL,
              counted(truth),
              closed(truth).stream().map(AnsweredCuts.Based::of).toList());
      rows += kept.size();
      for (var row : kept) {
        assertThat(row.people()).as("seed %d", seed).isGreaterThanOrEqualTo(10);
        assertThat(row.people() % 5).as("seed %d", seed).isZero();
      }
      for (var split : PARTS.keySet()) {
        check(truth, split, kept, "seed " + seed + ", council " + council);
      }
    }
    assertThat(rows).as("councils of which something is kept").isGreaterThan(1000);
  }

  private static void check(
      Map<Part, int[]> truth, Split split, List<AnsweredRow> kept, String as) {
    var totals = areas(kept, row -> row.split().equals("all"));
    if (kept.isEmpty()) {
      return;
    }
    safe(truth, totals, split, PARTS.get(split), as);
    var alone =
        kept.stream()
            .filter(row -> row.split().equals(AnsweredCuts.key(split)))
            .filter(row -> row.area().equals(COUNCIL))
            .map(AnsweredRow::part)
            .toList();
    var splitAreas = areas(kept, row -> row.split().equals(AnsweredCuts.key(split)));
    assertThat(totals).as(as).containsAll(splitAreas);
    if (alone.isEmpty()) {
      assertThat(splitAreas).as(as).isEmpty();
      return;
    }
    var together = new ArrayList<>(PARTS.get(split));
    together.removeAll(alone);
    safe(truth, splitAreas, split, together, as);
    alone.forEach(part -> safe(truth, splitAreas, split, List.of(part), as));
  }

  /** In each of the areas, in the whole council, and in what is left of it without them. */
  private static void safe(
      Map<Part, int[]> truth, List<String> areas, Split split, List<String> parts, String as) {
    var all = sum(truth, COUNCIL, split, parts);
    var left = all.clone();
    for (var area : areas) {
      var own = sum(truth, area, split, parts);
      safe(own, as + " " + area + parts);
      left[0] -= own[0];
      left[1] -= own[1];
      left[2] -= own[2];
    }
    safe(all, as + parts);
    safe(left, as + " without " + areas + parts);
  }

  private static void safe(int[] sum, String as) {
    if (sum[0] > 0) {
      assertThat(sum[1]).as(as).isGreaterThanOrEqualTo(10);
      assertThat(sum[0] - sum[1]).as(as).isGreaterThanOrEqualTo(10);
      assertThat(sum[1] - sum[2]).as(as).isGreaterThanOrEqualTo(10);
    }
  }

  private static int[] sum(Map<Part, int[]> truth, String area, Split split, List<String> parts) {
    var sum = new int[3];
    for (var part : parts) {
      var cell = truth.getOrDefault(new Part(area, split, part), new int[3]);
      sum[0] += cell[0];
      sum[1] += cell[1];
      sum[2] += cell[2];
    }
    return sum;
  }

  private static List<String> areas(List<AnsweredRow> kept, Predicate<AnsweredRow> which) {
    return kept.stream()
        .filter(which)
        .map(AnsweredRow::area)
        .filter(area -> !area.equals(COUNCIL))
        .distinct()
        .toList();
  }

  /** Each split shares out the same people of an area, as it comes. */
  private static Map<Part, int[]> truth(Random random) {
    var truth = new HashMap<Part, int[]>();
    int areas = random.nextInt(5);
    double size = Math.pow(10, 0.5 + 2 * random.nextDouble());
    for (int area = 0; area <= areas; area++) {
      int asked = (int) (size * random.nextDouble() * 4);
      int answered = (int) (asked * random.nextDouble());
      for (var split : PARTS.keySet()) {
        var shares = new TreeMap<String, Double>();
        PARTS
            .get(split)
            .forEach(part ->
                shares.put(part, random.nextInt(3) == 0 ? 0 : Math.pow(random.nextDouble(), 3)));
        for (int person = 0; person < asked; person++) {
          var part = drawn(random, shares, PARTS.get(split));
          // Whoever has no area of the council below it, as after a change of the tree.
          for (var where : area == 0 ? Set.of(COUNCIL) : Set.of(COUNCIL, "area-" + area)) {
            var cell = truth.computeIfAbsent(new Part(where, split, part), it -> new int[3]);
            cell[0]++;
            cell[1] += person < answered ? 1 : 0;
          }
        }
      }
    }
    for (var area = 1; area <= areas; area++) {
      for (var group : PARTS.get(Split.GROUP)) {
        var cell = truth.get(new Part("area-" + area, Split.GROUP, group));
        if (cell != null && random.nextBoolean()) {
          cell[2] = (int) (cell[1] * random.nextDouble());
          truth.get(new Part(COUNCIL, Split.GROUP, group))[2] += cell[2];
        }
      }
    }
    return truth;
  }

  private static List<ClosedTally> closed(Map<Part, int[]> truth) {
    return truth.entrySet().stream()
        .filter(one -> !one.getKey().area().equals(COUNCIL) && one.getValue()[2] > 0)
        .map(one ->
            figure(
                one.getKey().area(), AudienceGroup.valueOf(one.getKey().part()), one.getValue()[2]))
        .toList();
  }

  private static String drawn(Random random, Map<String, Double> shares, List<String> parts) {
    double at = random.nextDouble() * shares.values().stream().mapToDouble(it -> it).sum();
    for (var part : parts) {
      at -= shares.get(part);
      if (at < 0) {
        return part;
      }
    }
    return parts.getFirst();
  }

  private static List<Counted> counted(Map<Part, int[]> truth) {
    var counted =
        truth.entrySet().stream()
            .map(one -> new Counted(one.getKey(), one.getValue()[0], one.getValue()[1]))
            .collect(Collectors.toCollection(ArrayList::new));
    truth.keySet().stream()
        .map(Part::area)
        .distinct()
        .forEach(area -> {
          var ways = counted.stream().filter(it -> it.part().area().equals(area)).toList();
          counted.add(
              new Counted(
                  new Part(area, Split.ALL, ""),
                  ways.stream().filter(it -> way(it)).mapToInt(Counted::asked).sum(),
                  ways.stream().filter(it -> way(it)).mapToInt(Counted::answered).sum()));
        });
    return counted;
  }

  private static boolean way(Counted one) {
    return one.part().split() == Split.WAY;
  }

  private static Counted counted(String area, Split split, String part, int asked, int answered) {
    return new Counted(new Part(area, split, part), asked, answered);
  }

  private static ClosedTally figure(String area, AudienceGroup group, int base) {
    return new ClosedTally(
        QUARTER,
        List.of(area, COUNCIL),
        new Tally(area, group, "2026-08", CoreItem.LISTENED, base, 0));
  }

  private static List<String> kept(Counted... counted) {
    return kept(List.of(counted));
  }

  private static List<String> kept(List<Counted> counted, ClosedTally... closed) {
    return AnsweredCuts.of(
            QUARTER, COUNCIL, counted, Stream.of(closed).map(AnsweredCuts.Based::of).toList())
        .stream()
        .map(row ->
            String.join(" ", row.area(), row.split(), row.part(), String.valueOf(row.people())))
        .toList();
  }
}
