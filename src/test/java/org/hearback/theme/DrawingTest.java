package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static final List<UUID> COMMENTS =
      IntStream.range(0, 1000).mapToObj(number -> new UUID(7, number)).toList();

  @Test
  void the_same_seed_draws_the_same_in_the_same_order_whatever_order_they_come_in() {
    var shuffled = new ArrayList<>(COMMENTS);
    Collections.shuffle(shuffled, new Random(3));
    var drawn = Drawing.draw(COMMENTS, "417", 50);
    assertThat(Drawing.draw(shuffled, "417", 50))
        .isEqualTo(drawn)
        .hasSize(50)
        .doesNotHaveDuplicates();
    assertThat(Drawing.draw(COMMENTS, "418", 50)).isNotEqualTo(drawn);
  }

  /** By another node, on another day, in another version: these never change. */
  @Test
  void what_a_seed_draws_is_fixed_for_good() {
    assertThat(Drawing.draw(COMMENTS.subList(0, 20), "417", 3))
        .extracting(UUID::getLeastSignificantBits)
        .containsExactly(13L, 10L, 4L);
  }

  @Test
  void what_comes_or_goes_moves_no_other() {
    var drawn = Drawing.draw(COMMENTS, "417", 50);
    var fewer = new ArrayList<>(COMMENTS);
    fewer.remove(drawn.get(10));
    var without = new ArrayList<>(drawn);
    without.remove(10);
    assertThat(Drawing.draw(fewer, "417", 49)).isEqualTo(without);
    assertThat(Drawing.draw(COMMENTS, "417", 20)).isEqualTo(drawn.subList(0, 20));
    assertThat(Drawing.draw(COMMENTS.subList(0, 5), "417", 50)).hasSize(5);
  }

  @Test
  void every_comment_has_its_chance() {
    var times = new int[COMMENTS.size()];
    for (int seed = 0; seed < 400; seed++) {
      Drawing.draw(COMMENTS, Integer.toString(seed), 100)
          .forEach(comment -> times[(int) comment.getLeastSignificantBits()]++);
    }
    // Each is expected 40 times, give or take 6.
    assertThat(java.util.Arrays.stream(times)).allMatch(it -> it > 10 && it < 75);
  }
}
