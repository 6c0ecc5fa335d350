package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hearback.anonymity.LabelRule.Invited;
import org.hearback.journey.Audience;
import org.hearback.journey.ServiceAreas;
import org.junit.jupiter.api.Test;

class LabelRuleTest {
  private static final ServiceAreas AREAS =
      new ServiceAreas(
          Map.of(
              "north",
              "assessment",
              "south",
              "assessment",
              "assessment",
              "council",
              "reviews",
              "council"),
          "council");
  private static final Attributes NORTH = at("north", "2026-11", "en");
  private static final Attributes NORTH_ARABIC = at("north", "2026-11", "ar");

  @Test
  void ten_people_with_the_same_attributes_keep_them_all() {
    var labels = LabelRule.labels(people(10, NORTH), AREAS);
    assertThat(labels)
        .containsExactly(
            Map.entry(
                NORTH,
                new Label("north", Audience.PARENT, "", "assessment-shared", "2026-11", "en")));
  }

  @Test
  void nine_people_wait() {
    assertThat(LabelRule.labels(people(9, NORTH), AREAS)).isEmpty();
  }

  @Test
  void one_person_invited_ten_times_is_one_person() {
    var same = IntStream.range(0, 10).mapToObj(_ -> new Invited("p", NORTH)).toList();
    assertThat(LabelRule.labels(same, AREAS)).isEmpty();
  }

  @Test
  void the_language_goes_first() {
    var population = new ArrayList<>(people(7, NORTH));
    population.addAll(people(7, 3, NORTH_ARABIC));
    assertThat(LabelRule.labels(population, AREAS).get(NORTH_ARABIC))
        .isEqualTo(new Label("north", Audience.PARENT, "", "assessment-shared", "2026-11", ""));
  }

  @Test
  void a_few_beside_ten_are_not_covered_by_them() {
    var population = new ArrayList<>(people(10, NORTH));
    population.addAll(people(10, 3, NORTH_ARABIC));
    assertThat(LabelRule.labels(population, AREAS)).containsOnlyKeys(NORTH);
  }

  @Test
  void a_quarter_a_year_and_the_council_come_in_their_turn() {
    var october = at("north", "2026-10", "en");
    var quarter = new ArrayList<>(people(5, NORTH));
    quarter.addAll(people(5, 5, october));
    assertThat(LabelRule.labels(quarter, AREAS).get(NORTH).period()).isEqualTo("2026-Q4");

    var year = new ArrayList<>(people(5, NORTH));
    year.addAll(people(5, 5, at("north", "2026-02", "en")));
    assertThat(LabelRule.labels(year, AREAS).get(NORTH).period()).isEqualTo("2026");

    var parent = new ArrayList<>(people(5, NORTH));
    parent.addAll(people(5, 5, at("south", "2026-11", "en")));
    assertThat(LabelRule.labels(parent, AREAS).get(NORTH).area()).isEqualTo("assessment");

    var council = new ArrayList<>(people(5, NORTH));
    council.addAll(people(5, 5, at("reviews", "2026-11", "en")));
    assertThat(LabelRule.labels(council, AREAS).get(NORTH))
        .isEqualTo(new Label("council", Audience.PARENT, "", "", "2026", ""));
  }

  @Test
  void who_waited_too_long_is_only_placed_under_the_council() {
    var population = new ArrayList<>(people(10, NORTH));
    population.addAll(people(10, 10, NORTH_ARABIC));
    var labels = LabelRule.labels(population, AREAS, Set.of(NORTH_ARABIC));
    assertThat(labels.get(NORTH).area()).isEqualTo("north");
    assertThat(labels.get(NORTH_ARABIC).area()).isEqualTo("council");
  }

  @Test
  void an_area_that_has_left_the_tree_goes_to_the_council() {
    var population = new ArrayList<>(people(5, at("closed", "2026-11", "en")));
    population.addAll(people(5, 5, NORTH));
    assertThat(LabelRule.labels(population, AREAS).get(NORTH).area()).isEqualTo("council");
  }

  @Property
  void behind_each_label_stand_ten_people_or_more(
      @ForAll("populations") List<Invited> population, @ForAll Random random) {
    var waited = new HashSet<Attributes>();
    population.stream()
        .filter(_ -> random.nextInt(5) == 0)
        .forEach(i -> waited.add(i.attributes()));
    enoughBehindEach(population, LabelRule.labels(population, AREAS));
    enoughBehindEach(population, LabelRule.labels(population, AREAS, waited));
  }

  @Property
  void the_order_of_people_changes_nothing(
      @ForAll("populations") List<Invited> population, @ForAll Random random) {
    var shuffled = new ArrayList<>(population);
    Collections.shuffle(shuffled, random);
    assertThat(LabelRule.labels(shuffled, AREAS)).isEqualTo(LabelRule.labels(population, AREAS));
  }

  @Property
  void however_many_come_in_addition_no_label_has_fewer_than_ten(
      @ForAll("populations") List<Invited> population, @ForAll("populations") List<Invited> more) {
    var all = new ArrayList<>(population);
    all.addAll(more);
    enoughBehindEach(all, LabelRule.labels(all, AREAS));
  }

  private static void enoughBehindEach(List<Invited> population, Map<Attributes, Label> labels) {
    var behind = new HashMap<Label, Set<String>>();
    for (var invited : population) {
      var label = labels.get(invited.attributes());
      if (label != null) {
        behind.computeIfAbsent(label, _ -> new HashSet<>()).add(invited.person());
      }
    }
    assertThat(behind.values()).allMatch(people -> people.size() >= 10);
  }

  @Provide
  Arbitrary<List<Invited>> populations() {
    var attributes =
        Combinators.combine(
                Arbitraries.of("north", "south", "reviews", "assessment", "council", "closed"),
                Arbitraries.of(Audience.PARENT, Audience.YOUNG_PERSON),
                Arbitraries.of("", "12-17"),
                Arbitraries.of("a", "b"),
                Arbitraries.of("2026-10", "2026-11", "2026-02", "2025-11"),
                Arbitraries.of("en", "en", "en", "ar"))
            .as((area, audience, age, milestone, month, language) ->
                new Attributes(area, audience, age, milestone, YearMonth.parse(month), language));
    return Combinators.combine(Arbitraries.integers().between(0, 60), attributes)
        .as((person, at) -> new Invited("p" + person, at))
        .list()
        .ofMaxSize(120);
  }

  private static List<Invited> people(int count, Attributes at) {
    return people(0, count, at);
  }

  private static List<Invited> people(int from, int count, Attributes at) {
    return IntStream.range(from, from + count).mapToObj(i -> new Invited("p" + i, at)).toList();
  }

  private static Attributes at(String area, String month, String language) {
    return new Attributes(
        area, Audience.PARENT, "", "assessment-shared", YearMonth.parse(month), language);
  }
}
