package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersJsonTest {

  @Property
  void answers_come_back_as_they_were_and_equal_ones_as_equal_bytes(
      @ForAll("answers") Answers answers) {
    var bytes = AnswersJson.write(answers);
    var back = AnswersJson.read(bytes);
    assertThat(back).isEqualTo(answers);
    assertThat(back.byQuestion().keySet()).containsExactlyElementsOf(answers.byQuestion().keySet());
    assertThat(AnswersJson.write(back)).isEqualTo(bytes);
  }

  @Test
  void the_bytes_are_short_and_plain() {
    var said = new LinkedHashMap<String, Answer>();
    said.put("why", new Answer.Ticks(List.of("agree")));
    said.put("change", new Answer.Words("أقل\n\"انتظار\""));
    assertThat(new String(AnswersJson.write(new Answers(said)), StandardCharsets.UTF_8))
        .isEqualTo("{\"why\":[\"agree\"],\"change\":\"أقل\\n\\\"انتظار\\\"\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "[]", "{\"a\":1}", "{\"a\":[]}", "{\"a\":", "null"})
  void other_bytes_are_refused_without_quoting_them(String text) {
    assertThatThrownBy(() -> AnswersJson.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("these bytes are not answers")
        .hasNoCause();
  }

  @Provide
  Arbitrary<Answers> answers() {
    var key = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
    Arbitrary<Answer> ticks = key.list().ofMinSize(1).ofMaxSize(6).map(Answer.Ticks::new);
    Arbitrary<Answer> words =
        Arbitraries.strings()
            .withCharRange(' ', '\ud7ff')
            .withChars('\n')
            .ofMaxLength(300)
            .map(Answer.Words::new);
    return Arbitraries.maps(key, Arbitraries.oneOf(ticks, words))
        .ofMaxSize(8)
        .map(map -> new Answers(new LinkedHashMap<String, Answer>(map)));
  }
}
