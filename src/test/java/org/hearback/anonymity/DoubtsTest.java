package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader is asked to look at, and what is left alone. */
class DoubtsTest {
  private final Redactor redactor = new Redactor();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      value = {
        "We met at Thrumfield and it was fine. | Thrumfield",
        "Eleven since September, two replies. | Eleven, September",
        "it was room 12 on the 4th floor, at 10.30 | 12, 10.30",
        "I think They were Nice And It Was Very good | nothing",
        "we may march on, if I may | nothing",
        "March was hard | March",
        "My worker Danielle came to Westhaven | Westhaven",
        "HELLO | nothing",
      })
  void capitals_inside_a_sentence_months_and_numbers(String text, String doubts) {
    var taken = redactor.find(text, "en", KnownNames.none());
    var found =
        Redactor.doubts(text, taken).stream()
            .map(span -> text.substring(span.start(), span.end()))
            .toList();
    assertThat(found)
        .isEqualTo(doubts == null ? List.of() : Stream.of(doubts.split(", ")).toList());
  }
}
