package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a text says one after the other. */
class PartsTest {
  @Test
  void sentences_are_parts_and_so_is_what_and_and_but_join() {
    assertThat(Parts.of("She was kind. The letter came late!\nNobody rang; we waited"))
        .containsExactly("She was kind.", "The letter came late!", "Nobody rang", "we waited");
    assertThat(Parts.of("She was kind to us, but the letter came late and nobody rang"))
        .containsExactly("She was kind to us", "the letter came late", "nobody rang");
    assertThat(Parts.of("They listened to me – for once – BUT did nothing"))
        .containsExactly("They listened to me", "for once", "did nothing");
  }

  @Test
  void one_part_is_none_and_bits_are_left_out() {
    for (var one :
        new String[] {
          "", " ", "?!", "Kind.", "She was kind.", "Yes. She was kind.", "N/A; - - -"
        }) {
      assertThat(Parts.of(one)).as(one).isEmpty();
    }
    assertThat(Parts.of("Sandy Handy and the brandy were old-fashioned"))
        .as("no word is cut")
        .containsExactly("Sandy Handy", "the brandy were old-fashioned");
  }

  @Test
  void of_many_parts_the_first_are_looked_at() {
    assertThat(Parts.of("They listened to me. ".repeat(500))).hasSize(Parts.MOST);
    assertThat(Parts.of("and but ".repeat(500))).isEmpty();
  }
}
