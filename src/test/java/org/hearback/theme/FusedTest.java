package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class FusedTest {
  @Test
  void what_stands_high_in_both_comes_first() {
    assertThat(Fused.of(List.of(1, 2, 3), List.of(2, 4))).containsExactly(2, 1, 4, 3);
    assertThat(Fused.of(List.of(1, 2), List.of())).containsExactly(1, 2);
    assertThat(Fused.of(List.of(), List.of(4, 3))).containsExactly(4, 3);
  }

  @Property(tries = 200)
  void everything_stands_there_once(
      @ForAll @UniqueElements List<@IntRange(max = 300) Integer> words,
      @ForAll @UniqueElements @Size(max = Nearest.MOST)
          List<@IntRange(max = 300) Integer> meaning) {
    var fused = Fused.of(words, meaning);
    assertThat(fused).doesNotHaveDuplicates().containsAll(words).containsAll(meaning);
    assertThat(fused).allMatch(it -> words.contains(it) || meaning.contains(it));
    if (!words.isEmpty() && !meaning.isEmpty() && words.getFirst().equals(meaning.getFirst())) {
      assertThat(fused.getFirst()).isEqualTo(words.getFirst());
    }
  }

  /** A later page asks for more, and must not find what an earlier one has shown. */
  @Property(tries = 50)
  void the_first_pages_stay_when_more_is_asked_for(
      @ForAll @UniqueElements @Size(max = Nearest.MOST) List<@IntRange(max = 600) Integer> meaning,
      @ForAll @IntRange(min = Fused.LOOKED_AT, max = 400) int asked) {
    var all = IntStream.range(0, 500).boxed().toList();
    var more = Fused.of(all, meaning);
    var fewer = Fused.of(all.subList(0, asked), meaning);
    int sure = asked - Fused.LOOKED_AT;
    assertThat(fewer.subList(0, sure)).isEqualTo(more.subList(0, sure));
  }
}
