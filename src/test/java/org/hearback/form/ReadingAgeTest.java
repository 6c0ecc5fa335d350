package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ReadingAgeTest {
  private static final Offset<Double> LITTLE = Offset.offset(0.01);

  @Test
  void it_is_the_formula_that_was_published() {
    // ten words of one syllable each: 0.39 * 10 + 11.8 * 1 - 15.59 = 0.11, and five
    var sentence = "We are glad that you came to see us here.";
    assertThat(ReadingAge.of(Collections.nCopies(3, sentence)).orElseThrow())
        .isEqualTo(5.11, LITTLE);
    var harder =
        "The family worker listened to what I wanted before the meeting and then wrote everything"
            + " down.";
    // 16 words, 25 syllables: 0.39 * 16 + 11.8 * 25 / 16 - 15.59 = 9.0875, and five
    assertThat(ReadingAge.of(List.of(harder, harder)).orElseThrow()).isEqualTo(14.0875, LITTLE);
  }

  @Test
  void nobody_reads_before_school_and_a_line_is_too_little_to_tell() {
    assertThat(ReadingAge.of(Collections.nCopies(20, "I go.")).orElseThrow()).isEqualTo(5);
    assertThat(ReadingAge.of(List.of("Is there an adult you can talk to?"))).isEmpty();
    assertThat(ReadingAge.of(List.of())).isEmpty();
  }
}
