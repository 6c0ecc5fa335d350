package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearback.anonymity.CellSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rose and fell, what comes together, and each quarter, over answers whose truth is known. */
class ComparisonTest {
  private static final CellSpan NOW = CellSpan.of("2026-Q3");
  private static final List<String> THEMES =
      IntStream.range(0, 32).mapToObj(i -> "theme-" + (char) ('a' + i % 26) + i).toList();
  private static final String RISES = THEMES.getFirst();
  private static final String FALLS = THEMES.getLast();
  private static final String LIKE = THEMES.get(5);

  @Test
  void what_rose_and_what_fell_is_named_and_nothing_else() {
    var answers = new ArrayList<Heard>();
    add(answers, "2026-Q2", 120, RISES, 12, FALLS, 50, LIKE, 20);
    add(answers, "2026-Q3", 120, RISES, 42, FALLS, 15, LIKE, 28);
    add(answers, "2025-Q3", 120, RISES, 11, FALLS, 17, LIKE, 22);
    var compared = Comparison.of(Heard.counts(answers), THEMES, NOW);
    assertThat(compared)
        .extracting(Comparison::before)
        .extracting(CellSpan::key)
        .containsExactly("2026-Q2", "2025-Q3");
    assertThat(named(compared.getFirst()))
        .containsOnly(Map.entry(RISES, Change.Verdict.ROSE), Map.entry(FALLS, Change.Verdict.FELL));
    assertThat(named(compared.getLast())).containsOnly(Map.entry(RISES, Change.Verdict.ROSE));
    assertThat(compared).allMatch(it -> it.changes().size() == THEMES.size());
  }

  @ParameterizedTest
  @CsvSource({"120, 120, 120", "60, 200, 400", "15, 200, 250", "200, 12, 10"})
  void where_nothing_changed_hardly_any_page_names_anything(int now, int before, int yearBefore) {
    var chance = new Random(7);
    int pagesThatName = 0;
    int pages = 200;
    var sizes = Map.of("2026-Q3", now, "2026-Q2", before, "2025-Q3", yearBefore);
    for (int page = 0; page < pages; page++) {
      var answers = byChance(chance, sizes);
      var compared = Comparison.of(Heard.counts(answers), THEMES, NOW);
      if (compared.stream().anyMatch(it -> !named(it).isEmpty())) {
        pagesThatName++;
      }
    }
    assertThat(pagesThatName).isLessThanOrEqualTo(pages / 20);
  }

  @Test
  void the_same_difference_is_named_where_it_is_looked_for_alone_and_not_among_many() {
    var answers = new ArrayList<Heard>();
    add(answers, "2026-Q2", 120, RISES, 12);
    add(answers, "2026-Q3", 120, RISES, 25);
    var alone = Comparison.of(Heard.counts(answers), List.of(RISES), NOW);
    assertThat(named(alone.getFirst())).containsEntry(RISES, Change.Verdict.ROSE);
    var steady = THEMES.stream().flatMap(it -> Stream.of(it, it.equals(RISES) ? 12 : 10)).toArray();
    var later = steady.clone();
    later[1] = 25;
    answers.clear();
    add(answers, "2026-Q2", 120, steady);
    add(answers, "2026-Q3", 120, later);
    var among = Comparison.of(Heard.counts(answers), THEMES, NOW).getFirst();
    assertThat(named(among)).isEmpty();
    assertThat(among.changes())
        .filteredOn(it -> it.theme().equals(RISES))
        .singleElement()
        .satisfies(it -> assertThat(it.by().contains(0)).isTrue());
  }

  @Test
  void an_interval_beside_a_named_theme_leaves_0_out_and_every_other_holds_it() {
    var answers = new ArrayList<Heard>();
    add(answers, "2026-Q2", 200, RISES, 10, FALLS, 90, LIKE, 40);
    add(answers, "2026-Q3", 150, RISES, 50, FALLS, 20, LIKE, 33);
    for (var comparison : Comparison.of(Heard.counts(answers), THEMES, NOW)) {
      for (var change : comparison.changes()) {
        boolean isNamed =
            change.verdict() == Change.Verdict.ROSE || change.verdict() == Change.Verdict.FELL;
        assertThat(change.by().contains(0)).as(change.theme()).isEqualTo(!isNamed);
      }
    }
  }

  @Test
  void with_fewer_than_ten_answers_in_a_quarter_nothing_is_compared() {
    var answers = new ArrayList<Heard>();
    add(answers, "2026-Q2", 9, RISES, 0);
    add(answers, "2026-Q3", 100, RISES, 100);
    var compared = Comparison.of(Heard.counts(answers), THEMES, NOW);
    assertThat(compared).allMatch(it -> !it.possible() && it.changes().isEmpty());
    assertThat(compared.getFirst().answersBefore()).isEqualTo(9);
  }

  @Test
  void a_theme_of_four_answers_is_too_few_to_tell() {
    var answers = new ArrayList<Heard>();
    add(answers, "2026-Q2", 10, RISES, 0);
    add(answers, "2026-Q3", 10, RISES, 4);
    var change = Comparison.of(Heard.counts(answers), List.of(RISES), NOW).getFirst().changes();
    assertThat(change).singleElement().returns(Change.Verdict.TOO_FEW, Change::verdict);
  }

  @Test
  void answers_are_counted_and_not_their_comments() {
    var counts =
        Heard.counts(
            List.of(
                new Heard("2026-Q3", List.of(Set.of("a"), Set.of("a", "b"), Set.of("c"))),
                new Heard("2026-Q3", List.of(Set.of())),
                new Heard("", List.of(Set.of("a")))));
    assertThat(counts.answers()).isEqualTo(3);
    assertThat(counts.undated()).isEqualTo(1);
    assertThat(counts.in("2026-Q3")).isEqualTo(2);
    assertThat(counts.saying("a", "2026-Q3")).isEqualTo(1);
    assertThat(counts.themes()).containsEntry("a", 2).containsEntry("b", 1);
    assertThat(counts.pairs().get(Pair.of("b", "a"))).isEqualTo(new ThemeCounts.Both(1, 1, 1));
    assertThat(counts.pairs().get(Pair.of("a", "c"))).isEqualTo(new ThemeCounts.Both(1, 0, 0));
  }

  @Test
  void pairs_are_held_against_chance_and_few_answers_are_none() {
    var answers = new ArrayList<Heard>();
    for (int i = 0; i < 200; i++) {
      var themes = new HashSet<String>();
      if (i < 40) {
        themes.addAll(List.of("together", "always"));
      }
      if (i % 2 == 0) {
        themes.add("by-chance");
      }
      if (i < 4) {
        themes.add("rare");
      }
      answers.add(new Heard("2026-Q3", List.of(themes)));
    }
    var pairs = Together.of(Heard.counts(answers));
    assertThat(pairs)
        .extracting(Together::pair)
        .hasSize(3)
        .doesNotContain(Pair.of("always", "rare"));
    var first = pairs.getFirst();
    assertThat(first.pair()).isEqualTo(Pair.of("together", "always"));
    assertThat(first.byChance()).isEqualTo(8, within(1e-9));
    assertThat(first.times()).isEqualTo(5, within(1e-9));
    assertThat(first.isClear()).isTrue();
    assertThat(pairs.subList(1, 3)).allMatch(it -> !it.isClear() && it.times() == 1);
    assertThat(pairs).allMatch(it -> it.between().contains(it.times()));
    assertThat(Together.of(Heard.counts(List.of()))).isEmpty();
  }

  @Test
  void where_themes_have_nothing_to_do_with_each_other_hardly_any_page_calls_a_pair_clear() {
    var chance = new Random(8);
    int pagesThatName = 0;
    int pages = 60;
    for (int page = 0; page < pages; page++) {
      var pairs = Together.of(Heard.counts(byChance(chance, Map.of("2026-Q3", 1_000))));
      assertThat(pairs).hasSizeGreaterThan(100);
      if (pairs.stream().anyMatch(Together::isClear)) {
        pagesThatName++;
      }
    }
    assertThat(pagesThatName).isLessThanOrEqualTo(pages / 20);
  }

  /** Rare themes and frequent ones, whatever the quarter and the other themes. */
  private static List<Heard> byChance(Random chance, Map<String, Integer> sizes) {
    var answers = new ArrayList<Heard>();
    new TreeMap<>(sizes)
        .forEach((quarter, size) -> {
          for (int i = 0; i < size; i++) {
            var themes = new HashSet<String>();
            for (int at = 0; at < THEMES.size(); at++) {
              if (chance.nextInt(5 + at) == 0) {
                themes.add(THEMES.get(at));
              }
            }
            answers.add(new Heard(quarter, List.of(themes)));
          }
        });
    return answers;
  }

  @Test
  void a_quarter_with_nine_answers_has_no_share_and_one_that_goes_on_is_not_whole() {
    var answers = new ArrayList<Heard>();
    add(answers, "2026-Q2", 9, RISES, 3);
    add(answers, "2026-Q3", 10, RISES, 3);
    add(answers, "2026-Q4", 10, RISES, 0);
    var today = LocalDate.of(2026, 11, 23);
    var course = Course.of(Heard.counts(answers), RISES, today);
    assertThat(course.points()).hasSize(Course.QUARTERS);
    var last = course.points().subList(5, 8);
    assertThat(last)
        .extracting(it -> it.quarter().key())
        .containsExactly("2026-Q2", "2026-Q3", "2026-Q4");
    assertThat(last).extracting(Course.Point::hasShare).containsExactly(false, true, true);
    assertThat(last).extracting(Course.Point::whole).containsExactly(true, true, false);
    assertThat(Course.top(List.of(course))).isEqualTo(0.7);
    var chart = Chart.of(course, 0.7, "words");
    assertThat((List<?>) chart.get("dots")).hasSize(2);
    assertThat((List<?>) chart.get("lines")).hasSize(1);
  }

  private static Map<String, Change.Verdict> named(Comparison comparison) {
    var named = new java.util.HashMap<String, Change.Verdict>();
    for (var change : comparison.changes()) {
      if (change.verdict() == Change.Verdict.ROSE || change.verdict() == Change.Verdict.FELL) {
        named.put(change.theme(), change.verdict());
      }
    }
    return named;
  }

  /** Answers of a quarter, so many of which say each theme. */
  private static void add(List<Heard> answers, String quarter, int base, Object... saying) {
    for (int i = 0; i < base; i++) {
      var themes = new HashSet<String>();
      for (int s = 0; s < saying.length; s += 2) {
        if (i < (int) saying[s + 1]) {
          themes.add((String) saying[s]);
        }
      }
      answers.add(new Heard(quarter, List.of(themes)));
    }
  }
}
