package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FormReaderTest {
  private static final Form PARENT = new Forms().latest("assessment-parent");

  @Test
  void answers_come_in_the_order_of_the_form_and_of_its_options() {
    var posted = new HashMap<String, List<String>>();
    posted.put("change", List.of("less waiting"));
    posted.put("missing", List.of("time", "interpreter"));
    posted.put("why", List.of("agree"));
    assertThat(accepted(posted).byQuestion().sequencedEntrySet())
        .containsExactly(
            Map.entry("why", new Answer.Ticks(List.of("agree"))),
            Map.entry("missing", new Answer.Ticks(List.of("interpreter", "time"))),
            Map.entry("change", new Answer.Words("less waiting")));
  }

  @Test
  void a_skipped_or_blank_question_has_no_answer() {
    var posted = Map.of("why", List.of("agree"), "change", List.of(" \r\n\t "));
    assertThat(accepted(posted).byQuestion()).containsOnlyKeys("why");
  }

  @Test
  void a_form_without_any_answer_is_refused_as_a_whole() {
    assertThat(refused(Map.of())).isEqualTo(Map.of("", "error.nothing-answered"));
    assertThat(refused(Map.of("change", List.of("  "))))
        .isEqualTo(Map.of("", "error.nothing-answered"));
  }

  @Test
  void what_our_page_cannot_have_sent_is_forged() {
    var forged = Map.of("", "error.forged");
    assertThat(refused(Map.of("name", List.of("x")))).isEqualTo(forged);
    assertThat(refused(Map.of("why", List.of("maybe")))).isEqualTo(forged);
    assertThat(refused(Map.of("why", List.of("agree", "disagree")))).isEqualTo(forged);
    assertThat(refused(Map.of("why", List.of("agree", "agree")))).isEqualTo(forged);
    assertThat(refused(Map.of("missing", List.of("time", "money")))).isEqualTo(forged);
    assertThat(refused(Map.of("change", List.of("one", "two")))).isEqualTo(forged);
  }

  @Test
  void the_limit_counts_characters_as_people_do_and_not_line_ends_twice() {
    assertThat(accepted(Map.of("change", List.of("😀".repeat(1000)))).hasWords()).isTrue();
    assertThat(accepted(Map.of("change", List.of("a" + "\r\n".repeat(998) + "b"))).hasWords())
        .isTrue();
    assertThat(refused(Map.of("change", List.of("😀".repeat(1001)))))
        .isEqualTo(Map.of("change", "error.too-long"));
  }

  @Test
  void typed_words_are_brought_into_one_shape() {
    assertThat(words("one\r\ntwo\rthree")).isEqualTo("one\ntwo\nthree");
    assertThat(words("a\u0000b\u0007c\td\u0085")).isEqualTo("abc d");
    assertThat(words("cafe\u0301")).isEqualTo("café");
    assertThat(words("half \ud83d here")).isEqualTo("half \ufffd here");
    assertThat(words("👩‍👧 مرحبا")).isEqualTo("👩‍👧 مرحبا");
  }

  @Property
  void whatever_is_typed_is_read_or_refused_and_fits_its_bytes(
      @ForAll @StringLength(max = 1200) String typed) {
    switch (FormReader.read(PARENT, Map.of("change", List.of(typed)))) {
      case Reading.Accepted(var answers) -> {
        var json = AnswersJson.write(answers);
        assertThat(json.length).isLessThan(4 * 1000 + 20);
        assertThat(AnswersJson.read(json)).isEqualTo(answers);
        assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("\\u00");
      }
      case Reading.Refused(var errors) -> assertThat(errors).hasSize(1);
    }
  }

  private static String words(String typed) {
    return accepted(Map.of("change", List.of(typed))).to("change").orElseThrow()
            instanceof Answer.Words(var raw)
        ? raw
        : "no words";
  }

  private static Answers accepted(Map<String, List<String>> posted) {
    return FormReader.read(PARENT, posted) instanceof Reading.Accepted(var answers)
        ? answers
        : org.assertj.core.api.Assertions.fail("refused");
  }

  private static Map<String, String> refused(Map<String, List<String>> posted) {
    return FormReader.read(PARENT, posted) instanceof Reading.Refused(var errors)
        ? errors
        : org.assertj.core.api.Assertions.fail("accepted");
  }
}
