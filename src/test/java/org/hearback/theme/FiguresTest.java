package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 %",
    "0.00001, 0 %",
    "0.004, 0.4 %",
    "0.01, 1 %",
    "0.27, 27 %",
    "0.99, 99 %",
    "0.999, 99.9 %",
    "0.9999, 99.9 %",
    "1, 100 %"
  })
  void little_is_not_nothing_and_nearly_all_is_not_all(double share, String shown) {
    assertThat(Figures.percent(share)).isEqualTo(shown);
  }
}
