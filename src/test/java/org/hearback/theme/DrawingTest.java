package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
    var drawn = draw(COMMENTS, "417", 50);
    assertThat(draw(shuffled, "417", 50)).isEqualTo(drawn).hasSize(50).doesNotHaveDuplicates();
    assertThat(draw(COMMENTS, "418", 50)).isNotEqualTo(drawn);
  }

  /** By another node, on another day, in another version: these never change. */
  @Test
  void what_a_seed_draws_is_fixed_for_good() {
    assertThat(draw(COMMENTS.subList(0, 20), "417", 3))
        .extracting(UUID::getLeastSignificantBits)
        .containsExactly(13L, 10L, 4L);
  }

  @Test
  void what_comes_or_goes_moves_no_other() {
    var drawn = draw(COMMENTS, "417", 50);
    var fewer = new ArrayList<>(COMMENTS);
    fewer.remove(drawn.get(10));
    var without = new ArrayList<>(drawn);
    without.remove(10);
    assertThat(draw(fewer, "417", 49)).isEqualTo(without);
    assertThat(draw(COMMENTS, "417", 20)).isEqualTo(drawn.subList(0, 20));
    assertThat(draw(COMMENTS.subList(0, 5), "417", 50)).hasSize(5);
  }

  @Test
  void every_comment_has_its_chance() {
    var times = new int[COMMENTS.size()];
    for (int seed = 0; seed < 400; seed++) {
      draw(COMMENTS, Integer.toString(seed), 100)
          .forEach(comment -> times[(int) comment.getLeastSignificantBits()]++);
    }
    // Each is expected 40 times, give or take 6.
    assertThat(java.util.Arrays.stream(times)).allMatch(it -> it > 10 && it < 75);
  }

  /** As it was drawn when all of them were sorted: what stands in the table was drawn so. */
  @Test
  void it_is_the_same_draw_as_when_all_were_sorted() {
    var chance = new Random(5);
    for (var seed : List.of("417", "", "autumn 2", "żółć اجتماع")) {
      var comments =
          IntStream.range(0, 3000)
              .mapToObj(_ -> new UUID(chance.nextLong(), chance.nextLong()))
              .toList();
      var sorted =
          comments.stream().sorted(Comparator.comparing(comment -> hash(seed, comment))).toList();
      for (int size : List.of(1, 10, 500, 3000, 5000)) {
        assertThat(draw(comments, seed, size))
            .isEqualTo(sorted.subList(0, Math.min(size, sorted.size())));
      }
      var next = new Drawing(seed, 300, Optional.of(sorted.get(499)));
      comments.forEach(next::offer);
      assertThat(next.drawn()).isEqualTo(sorted.subList(500, 800));
    }
  }

  private static String hash(String seed, UUID comment) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((seed + "\n" + comment).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<UUID> draw(List<UUID> comments, String seed, int size) {
    var drawing = new Drawing(seed, size, Optional.empty());
    comments.forEach(drawing::offer);
    return drawing.drawn();
  }
}
