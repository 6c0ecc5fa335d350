package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    var labels = labels(people(10, NORTH));
    assertThat(labels)
        .containsExactly(
            Map.entry(
                NORTH,
                new Label("north", Audience.PARENT, "", "assessment-shared", "2026-11", "en")));
  }

  @Test
  void nine_people_wait() {
    assertThat(labels(people(9, NORTH))).isEmpty();
  }

  @Test
  void one_person_invited_ten_times_is_one_person() {
    var same = IntStream.range(0, 10).mapToObj(_ -> new Invited("p", NORTH)).toList();
    assertThat(labels(same)).isEmpty();
  }

  @Test
  void the_language_goes_first() {
    var population = new ArrayList<>(people(7, NORTH));
    population.addAll(people(7, 3, NORTH_ARABIC));
    assertThat(labels(population).get(NORTH_ARABIC))
        .isEqualTo(new Label("north", Audience.PARENT, "", "assessment-shared", "2026-11", ""));
  }

  @Test
  void a_few_beside_ten_are_not_covered_by_them() {
    var population = new ArrayList<>(people(10, NORTH));
    population.addAll(people(10, 3, NORTH_ARABIC));
    assertThat(labels(population)).containsOnlyKeys(NORTH);
  }

  @Test
  void a_quarter_a_year_and_the_council_come_in_their_turn() {
    var october = at("north", "2026-10", "en");
    var quarter = new ArrayList<>(people(5, NORTH));
    quarter.addAll(people(5, 5, october));
    assertThat(labels(quarter).get(NORTH).period()).isEqualTo("2026-Q4");

    var year = new ArrayList<>(people(5, NORTH));
    year.addAll(people(5, 5, at("north", "2026-02", "en")));
    assertThat(labels(year).get(NORTH).period()).isEqualTo("2026");

    var parent = new ArrayList<>(people(5, NORTH));
    parent.addAll(people(5, 5, at("south", "2026-11", "en")));
    assertThat(labels(parent).get(NORTH).area()).isEqualTo("assessment");

    var council = new ArrayList<>(people(5, NORTH));
    council.addAll(people(5, 5, at("reviews", "2026-11", "en")));
    assertThat(labels(council).get(NORTH))
        .isEqualTo(new Label("council", Audience.PARENT, "", "", "2026", ""));
  }

  @Test
  void the_labels_that_follow_lose_one_thing_after_the_other() {
    assertThat(LabelRule.ways(people(10, NORTH), AREAS).get(NORTH))
        .containsExactly(
            new Label("north", Audience.PARENT, "", "assessment-shared", "2026-11", "en"),
            new Label("north", Audience.PARENT, "", "assessment-shared", "2026-11", ""),
            new Label("north", Audience.PARENT, "", "", "2026-11", ""),
            new Label("north", Audience.PARENT, "", "", "2026-Q4", ""),
            new Label("north", Audience.PARENT, "", "", "2026", ""),
            new Label("assessment", Audience.PARENT, "", "", "2026", ""),
            new Label("council", Audience.PARENT, "", "", "2026", ""));
  }

  @Test
  void an_area_that_has_left_the_tree_goes_to_the_council() {
    var population = new ArrayList<>(people(5, at("closed", "2026-11", "en")));
    population.addAll(people(5, 5, NORTH));
    assertThat(labels(population).get(NORTH).area()).isEqualTo("council");
  }

  @Test
  void without_its_time_an_answer_is_one_of_all_who_were_asked_so_far() {
    var population = new ArrayList<>(people(5, at("north", "2025-12", "en")));
    population.addAll(people(5, 4, at("reviews", "2026-11", "ar")));
    assertThat(late(population)).as("nine").isEmpty();
    population.addAll(people(4, 6, NORTH)); // one of them is new
    assertThat(late(population))
        .contains(new Label("council", Audience.PARENT, "", Label.LATE, "2026", ""));
  }

  private static Optional<Label> late(List<Invited> population) {
    var late = LabelRule.late(population, AREAS, Label.LATE, Year.of(2026));
    return Optional.ofNullable(late.get(Audience.PARENT));
  }

  @Test
  void a_label_without_its_time_lies_in_none_and_keeps_no_form() {
    var year = CellSpan.of("2026-Q4/12");
    var late = late(people(10, NORTH)).orElseThrow();
    assertThat(late.isWithin(year)).isFalse();
    assertThat(late.keepsForm()).isFalse();
    var known = labels(people(10, NORTH)).get(NORTH);
    assertThat(known.isWithin(year)).isTrue();
    assertThat(known.keepsForm()).isTrue();
  }

  @Property
  void whichever_label_is_chosen_ten_people_or_more_could_have_got_it(
      @ForAll("populations") List<Invited> population) {
    enoughBehindEach(population, labels(population));
    var behind = new HashMap<Label, Set<String>>();
    var ways = LabelRule.ways(population, AREAS);
    for (var invited : population) {
      ways.getOrDefault(invited.attributes(), List.of())
          .forEach(
              label -> behind.computeIfAbsent(label, _ -> new HashSet<>()).add(invited.person()));
    }
    assertThat(behind.values()).allMatch(people -> people.size() >= 10);
  }

  @Property
  void the_order_of_people_changes_nothing(
      @ForAll("populations") List<Invited> population, @ForAll Random random) {
    var shuffled = new ArrayList<>(population);
    Collections.shuffle(shuffled, random);
    assertThat(labels(shuffled)).isEqualTo(labels(population));
  }

  @Property
  void however_many_come_in_addition_no_label_has_fewer_than_ten(
      @ForAll("populations") List<Invited> population, @ForAll("populations") List<Invited> more) {
    var all = new ArrayList<>(population);
    all.addAll(more);
    enoughBehindEach(all, labels(all));
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

  /** The finest of each. */
  private static Map<Attributes, Label> labels(List<Invited> population) {
    var labels = new HashMap<Attributes, Label>();
    LabelRule.ways(population, AREAS).forEach((at, way) -> labels.put(at, way.getFirst()));
    return labels;
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
