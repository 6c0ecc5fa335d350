package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hearback.journey.Audience;
import org.junit.jupiter.api.Test;

class RoutingTest {

  @Test
  void a_question_that_can_be_reached_is_no_problem() {
    assertThat(problems(Map.of("b", Condition.of("a", "x")))).isEmpty();
    assertThat(problems(Map.of("b", Condition.of("a", "x"), "c", Condition.of("b", "y"))))
        .isEmpty();
    assertThat(problems(Map.of("d", Condition.of("many", "x")))).isEmpty();
  }

  @Test
  void a_question_cannot_wait_for_itself_or_a_later_one_so_there_is_no_loop() {
    assertThat(problems(Map.of("a", Condition.of("a", "x"))))
        .containsExactly("a waits for a, which is not asked before it");
    assertThat(problems(Map.of("a", Condition.of("b", "x"), "b", Condition.of("a", "x"))))
        .containsExactly("a waits for b, which is not asked before it");
    assertThat(problems(Map.of("b", Condition.of("none", "x"))))
        .containsExactly("b waits for none, which is not asked before it");
  }

  @Test
  void a_question_cannot_wait_for_what_is_never_said_or_for_anything() {
    assertThat(problems(Map.of("b", Condition.of("a", "q"))))
        .containsExactly("b waits for a: q, which it never says");
    assertThat(problems(Map.of("b", Condition.of("a", "x", "y", "z"))))
        .containsExactly("b waits for any answer to a: leave the rest out");
    assertThat(problems(Map.of("d", Condition.of("text", "x"))))
        .contains("d waits for text: x, which it never says");
  }

  @Test
  void a_dead_question_is_found_through_those_it_waits_for() {
    var both = new TreeMap<>(Map.of("a", List.of("y"), "b", List.of("x")));
    assertThat(problems(Map.of("b", Condition.of("a", "x"), "c", new Condition(both))))
        .containsExactly("never shows c: no answers meet all its conditions");
    // of several options two can be ticked
    var many = new TreeMap<>(Map.of("many", List.of("y"), "b", List.of("x")));
    assertThat(problems(Map.of("b", Condition.of("many", "x"), "c", new Condition(many))))
        .isEmpty();
  }

  @Test
  void a_form_file_with_a_loop_does_not_start() {
    var file = new FormFile(Resources.text("forms/form.schema.json"));
    var good = Resources.text("forms/review-child/1.yml");
    assertThat(file.read("a-form", 1, good).conditions()).containsOnlyKeys("instead");
    assertThatThrownBy(
            () -> file.read("a-form", 1, good.replace("{say: [", "{listened: [\"no\"], say: [")))
        .hasMessageContaining("instead waits for listened, which is not asked before it");
    assertThatThrownBy(() -> file.read("a-form", 1, good.replace("spoken-for, not]", "never]")))
        .hasMessageContaining("instead waits for say: never, which it never says");
  }

  private static List<String> problems(Map<String, Condition> conditions) {
    var options = List.of(option("x"), option("y"), option("z"));
    var questions =
        List.<Question>of(
            new Question.PickMany("many", Optional.empty(), options),
            new Question.OpenText("text", 100),
            one("a", options),
            one("b", options),
            one("c", options),
            one("d", options));
    return Routing.problems(
        new Form("f", 1, Audience.PARENT, Form.Use.OWN, questions, conditions, Optional.empty()));
  }

  private static Question one(String key, List<Option> options) {
    return new Question.PickOne(key, Optional.empty(), Question.Look.LIST, options);
  }

  private static Option option(String key) {
    return new Option(key, Standing.NONE, Option.Danger.NONE);
  }
}
