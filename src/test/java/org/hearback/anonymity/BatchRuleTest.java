package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearback.anonymity.BatchRule.Patience.FRESH;
import static org.hearback.anonymity.BatchRule.Patience.LATE;
import static org.hearback.anonymity.BatchRule.Patience.STRANDED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hearback.anonymity.BatchRule.Waiting;
import org.hearback.journey.Audience;
import org.junit.jupiter.api.Test;

class BatchRuleTest {
  private static final int MOST = 40;
  private static final Label COUNCIL = label("council");
  private static final Label PARENT = label("assessment");
  private static final Label YEAR_BEFORE =
      new Label("council", Audience.PARENT, "", "", "2025", "");
  private static final Label LAST =
      new Label("council", Audience.PARENT, "", Label.LATE, "2026", "");
  private static final Label LAST_OPEN =
      new Label("council", Audience.PARENT, "", Label.LATE_BY_OPEN_LINK, "2026", "");
  private static final List<Label> NORTH = List.of(label("north"), PARENT, COUNCIL);
  private static final List<Label> SOUTH = List.of(label("south"), PARENT, COUNCIL);
  private static final List<Label> REVIEWS = List.of(label("reviews"), COUNCIL);

  @Test
  void ten_people_with_one_label_leave_at_once() {
    var batches = draw(answers(0, 10, NORTH, FRESH));
    assertThat(batches).hasSize(1);
    assertThat(batches.getFirst().label()).isEqualTo(NORTH.getFirst());
    assertThat(batches.getFirst().answers()).hasSize(10);
  }

  @Test
  void nine_beside_another_label_wait_for_their_tenth() {
    var waiting = answers(0, 9, NORTH, FRESH);
    waiting.addAll(answers(9, 9, SOUTH, FRESH));
    assertThat(draw(waiting)).isEmpty();
  }

  @Test
  void ten_answers_of_nine_people_are_not_ten() {
    var waiting = answers(0, 9, NORTH, LATE);
    waiting.add(one(99, "p0", NORTH, LATE));
    assertThat(draw(waiting)).isEmpty();
  }

  @Test
  void one_that_is_late_goes_with_the_next_coarser_label_that_ten_share_and_with_no_more() {
    var waiting = answers(0, 1, NORTH, LATE);
    waiting.addAll(answers(1, 20, REVIEWS, FRESH)); // these leave by themselves
    waiting.addAll(answers(21, 9, SOUTH, FRESH));
    var batches = draw(waiting);
    assertThat(batches)
        .extracting(BatchRule.Batch::label)
        .containsExactly(REVIEWS.getFirst(), PARENT);
    assertThat(batches.getLast().answers()).hasSize(10).contains(0);
  }

  @Test
  void those_that_could_still_leave_with_a_finer_label_are_spared() {
    var waiting = answers(0, 4, NORTH, LATE);
    waiting.addAll(answers(4, 9, SOUTH, FRESH));
    var batches = draw(waiting);
    assertThat(batches).hasSize(1);
    assertThat(batches.getFirst().answers()).hasSize(10).contains(0, 1, 2, 3);
  }

  @Test
  void late_ones_alone_go_up_to_the_council_and_no_further() {
    var waiting = answers(0, 5, NORTH, LATE);
    waiting.addAll(answers(5, 5, REVIEWS, LATE));
    assertThat(draw(waiting)).extracting(BatchRule.Batch::label).containsExactly(COUNCIL);
    assertThat(draw(waiting.subList(0, 9))).isEmpty();
  }

  @Test
  void an_answer_whose_sender_is_forgotten_may_be_anybodys_and_counts_for_nobody() {
    var waiting = answers(0, 9, NORTH, LATE);
    for (int more = 0; more < 50; more++) {
      waiting.add(one(100 + more, "", List.of(COUNCIL), LATE));
    }
    assertThat(draw(waiting)).isEmpty();
    waiting.add(one(99, "p9", REVIEWS, FRESH));
    var batches = draw(waiting);
    assertThat(batches).extracting(BatchRule.Batch::label).containsExactly(COUNCIL);
    assertThat(batches.getFirst().answers())
        .as("the ten, and as many others as it holds")
        .hasSize(MOST)
        .contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 99);
  }

  @Test
  void one_without_a_label_waits() {
    assertThat(draw(answers(0, 30, List.of(), LATE))).isEmpty();
  }

  @Test
  void what_its_year_has_left_behind_goes_without_its_time_with_those_that_waited_longest() {
    var waiting = answers(0, 3, List.of(YEAR_BEFORE), STRANDED);
    waiting.addAll(answers(3, 6, NORTH, FRESH));
    assertThat(draw(waiting)).as("nine").isEmpty();
    waiting.addAll(answers(9, 2, REVIEWS, LATE));
    var batches = draw(waiting);
    assertThat(batches).extracting(BatchRule.Batch::label).containsExactly(LAST);
    assertThat(batches.getFirst().answers()).hasSize(10).contains(0, 1, 2, 9, 10);
  }

  @Test
  void nothing_loses_its_time_while_all_can_still_wait_or_leave_with_it() {
    var waiting = answers(0, 5, List.of(YEAR_BEFORE), LATE);
    waiting.addAll(answers(5, 9, NORTH, LATE));
    assertThat(draw(waiting)).isEmpty();
    waiting.addAll(answers(14, 1, NORTH, STRANDED));
    assertThat(draw(waiting)).extracting(BatchRule.Batch::label).containsExactly(NORTH.getFirst());
  }

  @Test
  void those_with_words_are_no_company_for_those_without() {
    var waiting = answers(0, 9, NORTH, STRANDED);
    for (int at = 9; at < 18; at++) {
      waiting.add(new Waiting<>(at, "p" + at, NORTH, Optional.of(LAST), STRANDED, false));
    }
    assertThat(draw(waiting)).isEmpty();
    waiting.add(one(18, "p18", NORTH, FRESH));
    assertThat(draw(waiting).getFirst().answers()).hasSize(10).contains(0, 18);
  }

  @Test
  void who_has_no_other_chance_keeps_company_first() {
    var waiting = answers(0, 1, List.of(YEAR_BEFORE), STRANDED);
    waiting.addAll(answers(1, 8, NORTH, LATE));
    waiting.addAll(answers(9, 4, List.of(YEAR_BEFORE), FRESH));
    assertThat(draw(waiting).getFirst().answers()).hasSize(10).contains(0, 9, 10, 11, 12);
  }

  @Test
  void what_came_by_an_open_link_is_no_company_for_who_was_asked() {
    var waiting = answers(0, 9, List.of(YEAR_BEFORE), STRANDED);
    for (int at = 9; at < 18; at++) {
      waiting.add(
          new Waiting<>(at, "p" + at, List.<Label>of(), Optional.of(LAST_OPEN), STRANDED, true));
    }
    assertThat(draw(waiting)).isEmpty();
  }

  @Property
  void behind_each_batch_stand_ten_people_and_one_label_that_each_may_have(
      @ForAll("waiting") List<Waiting<Integer>> waiting, @ForAll Random random) {
    var batches = BatchRule.draw(waiting, MOST, random);
    var seen = new HashSet<Integer>();
    for (var batch : batches) {
      var members = waiting.stream().filter(one -> batch.answers().contains(one.answer())).toList();
      assertThat(members).hasSameSizeAs(batch.answers()).hasSizeLessThanOrEqualTo(MOST);
      assertThat(people(members)).isGreaterThanOrEqualTo(LabelRule.FEWEST);
      assertThat(members).allMatch(one -> may(one, batch.label()));
      assertThat(members)
          .extracting(Waiting::withWords)
          .containsOnly(members.getFirst().withWords());
      assertThat(batch.answers()).allMatch(seen::add);
    }
    for (boolean withWords : List.of(true, false)) {
      nobodyCouldHaveLeft(
          waiting.stream()
              .filter(one -> !seen.contains(one.answer()) && one.withWords() == withWords)
              .toList());
    }
  }

  private static void nobodyCouldHaveLeft(List<Waiting<Integer>> left) {
    for (var late : left.stream().filter(Waiting::isLate).toList()) {
      for (var label : late.labels()) {
        assertThat(people(left.stream().filter(one -> one.labels().contains(label)).toList()))
            .as("nobody who is late could have left")
            .isLessThan(LabelRule.FEWEST);
      }
    }
    if (left.stream().anyMatch(one -> one.isStranded() && one.last().isPresent())) {
      assertThat(people(left.stream().filter(one -> one.last().isPresent()).toList()))
          .as("nobody who is stranded could have left")
          .isLessThan(LabelRule.FEWEST);
    }
  }

  private static boolean may(Waiting<Integer> one, Label label) {
    return one.labels().contains(label) || one.last().equals(Optional.of(label));
  }

  private static long people(List<Waiting<Integer>> answers) {
    return answers.stream()
        .map(Waiting::person)
        .filter(person -> !person.isEmpty())
        .distinct()
        .count();
  }

  @Provide
  Arbitrary<List<Waiting<Integer>>> waiting() {
    var one =
        Combinators.combine(
                Arbitraries.integers().between(0, 40),
                Arbitraries.of(NORTH, NORTH, SOUTH, REVIEWS, List.of(COUNCIL), List.<Label>of()),
                Arbitraries.of(Optional.of(LAST), Optional.of(LAST), Optional.<Label>empty()),
                Arbitraries.of(BatchRule.Patience.class),
                Arbitraries.of(true, true, false))
            .as((person, labels, last, patience, words) ->
                new Waiting<>(0, person == 0 ? "" : "p" + person, labels, last, patience, words));
    return one.list()
        .ofMaxSize(130)
        .map(list ->
            IntStream.range(0, list.size())
                .mapToObj(at -> {
                  var it = list.get(at);
                  return new Waiting<>(
                      at, it.person(), it.labels(), it.last(), it.patience(), it.withWords());
                })
                .toList());
  }

  private static List<BatchRule.Batch<Integer>> draw(List<Waiting<Integer>> waiting) {
    return BatchRule.draw(waiting, MOST, new Random(7));
  }

  private static List<Waiting<Integer>> answers(
      int from, int count, List<Label> labels, BatchRule.Patience patience) {
    return IntStream.range(from, from + count)
        .mapToObj(at -> one(at, "p" + at, labels, patience))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Waiting<Integer> one(
      int at, String person, List<Label> labels, BatchRule.Patience patience) {
    return new Waiting<>(
        at,
        person,
        labels,
        labels.isEmpty() ? Optional.empty() : Optional.of(LAST),
        patience,
        true);
  }

  private static Label label(String area) {
    return new Label(area, Audience.PARENT, "", "", "2026", "");
  }
}
