package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FormFileTest {
  private final FormFile file = new FormFile(Resources.text("forms/form.schema.json"));
  private final String good = Resources.text("forms/assessment-parent/1.yml");

  @Test
  void a_key_may_stand_for_one_question_only() {
    refused(text -> text.replace("key: facts", "key: why"), "uses the key twice: why");
  }

  @Test
  void a_form_feeds_at_least_four_core_items() {
    refused(
        text -> text.replace("item: PLAN", "item: BETTER").replace("UNDERSTOOD", "BETTER"),
        "feeds 3 core items");
  }

  @Test
  void the_longest_answer_must_fit_its_seal() {
    refused(
        text ->
            text.replace("lengthMax: 1000", "lengthMax: 2000").replaceFirst(PICK_MANY, text(1000)),
        "more text than a sealed answer holds");
  }

  @Test
  void the_schema_refuses_what_a_form_does_not_know() {
    refused(text -> text + text(1000) + text(1001), "at most 8");
    refused(text -> text.replace("type: ybn", "type: stars"), "/questions/3/type");
    refused(text -> text.replace("{standing: none}", "{standing: superb}"), "not-sure");
    refused(text -> text.replace("lengthMax: 1000", "words: Hello"), "words");
    refused(text -> text.replaceFirst("a-bit: ", "maybe: "), "a-bit");
    refused(text -> text.replace("audience: PARENT", "audience: CAT"), "audience");
  }

  @Test
  void a_file_that_says_a_thing_twice_is_refused() {
    refused(
        text -> text.replaceFirst(" agree: \\{standing: good}", " neither: {standing: good}"),
        "is not YAML");
  }

  /** The question about what was missing, whole. */
  private static final String PICK_MANY = "(?s)  # What bears on.*?nothing: \\{standing: good}\n\n";

  private static String text(int max) {
    return "\n  - key: more%d\n    type: text\n    lengthMax: %d\n".formatted(max, max);
  }

  private void refused(UnaryOperator<String> change, String... why) {
    assertThatThrownBy(() -> file.read("a-form", 1, change.apply(good)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(why);
  }
}
