package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
  private static final List<Label> NORTH = List.of(label("north"), PARENT, COUNCIL);
  private static final List<Label> SOUTH = List.of(label("south"), PARENT, COUNCIL);
  private static final List<Label> REVIEWS = List.of(label("reviews"), COUNCIL);

  @Test
  void ten_people_with_one_label_leave_at_once() {
    var batches = draw(answers(0, 10, NORTH, false));
    assertThat(batches).hasSize(1);
    assertThat(batches.getFirst().label()).isEqualTo(NORTH.getFirst());
    assertThat(batches.getFirst().answers()).hasSize(10);
  }

  @Test
  void nine_beside_another_label_wait_for_their_tenth() {
    var waiting = answers(0, 9, NORTH, false);
    waiting.addAll(answers(9, 9, SOUTH, false));
    assertThat(draw(waiting)).isEmpty();
  }

  @Test
  void ten_answers_of_nine_people_are_not_ten() {
    var waiting = answers(0, 9, NORTH, true);
    waiting.add(new Waiting<>(99, "p0", NORTH, true));
    assertThat(draw(waiting)).isEmpty();
  }

  @Test
  void one_that_is_late_goes_with_the_next_coarser_label_that_ten_share_and_with_no_more() {
    var waiting = answers(0, 1, NORTH, true);
    waiting.addAll(answers(1, 20, REVIEWS, false)); // these leave by themselves
    waiting.addAll(answers(21, 9, SOUTH, false));
    var batches = draw(waiting);
    assertThat(batches)
        .extracting(BatchRule.Batch::label)
        .containsExactly(REVIEWS.getFirst(), PARENT);
    assertThat(batches.getLast().answers()).hasSize(10).contains(0);
  }

  @Test
  void those_that_could_still_leave_with_a_finer_label_are_spared() {
    var waiting = answers(0, 4, NORTH, true);
    waiting.addAll(answers(4, 9, SOUTH, false));
    var batches = draw(waiting);
    assertThat(batches).hasSize(1);
    assertThat(batches.getFirst().answers()).hasSize(10).contains(0, 1, 2, 3);
  }

  @Test
  void late_ones_alone_go_up_to_the_council_and_no_further() {
    var waiting = answers(0, 5, NORTH, true);
    waiting.addAll(answers(5, 5, REVIEWS, true));
    assertThat(draw(waiting)).extracting(BatchRule.Batch::label).containsExactly(COUNCIL);
    assertThat(draw(waiting.subList(0, 9))).isEmpty();
  }

  @Test
  void an_answer_whose_sender_is_forgotten_may_be_anybodys_and_counts_for_nobody() {
    var waiting = answers(0, 9, NORTH, true);
    for (int more = 0; more < 50; more++) {
      waiting.add(new Waiting<>(100 + more, "", List.of(COUNCIL), true));
    }
    assertThat(draw(waiting)).isEmpty();
    waiting.add(new Waiting<>(99, "p9", REVIEWS, false));
    var batches = draw(waiting);
    assertThat(batches).extracting(BatchRule.Batch::label).containsExactly(COUNCIL);
    assertThat(batches.getFirst().answers())
        .as("the ten, and as many others as it holds")
        .hasSize(MOST)
        .contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 99);
  }

  @Test
  void one_without_a_label_waits() {
    assertThat(draw(answers(0, 30, List.of(), true))).isEmpty();
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
      assertThat(members).allMatch(one -> one.labels().contains(batch.label()));
      assertThat(batch.answers()).allMatch(seen::add);
    }
    var left = waiting.stream().filter(one -> !seen.contains(one.answer())).toList();
    for (var late : left.stream().filter(Waiting::late).toList()) {
      for (var label : late.labels()) {
        assertThat(people(left.stream().filter(one -> one.labels().contains(label)).toList()))
            .as("nobody who is late could have left")
            .isLessThan(LabelRule.FEWEST);
      }
    }
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
                Arbitraries.of(true, false))
            .as((person, labels, late) ->
                new Waiting<>(0, person == 0 ? "" : "p" + person, labels, late));
    return one.list()
        .ofMaxSize(130)
        .map(list ->
            IntStream.range(0, list.size())
                .mapToObj(at ->
                    new Waiting<>(
                        at, list.get(at).person(), list.get(at).labels(), list.get(at).late()))
                .toList());
  }

  private static List<BatchRule.Batch<Integer>> draw(List<Waiting<Integer>> waiting) {
    return BatchRule.draw(waiting, MOST, new Random(7));
  }

  private static List<Waiting<Integer>> answers(
      int from, int count, List<Label> labels, boolean late) {
    return IntStream.range(from, from + count)
        .mapToObj(at -> new Waiting<>(at, "p" + at, labels, late))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Label label(String area) {
    return new Label(area, Audience.PARENT, "", "", "2026", "");
  }
}
