package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hearback.theme.Direction.Compared;
import org.junit.jupiter.api.Test;

class DirectionTest {
  @Test
  void what_is_clear_is_named_and_what_is_not_is_not() {
    assertThat(
            Direction.of(
                List.of(
                    new Compared(12, 60, 40, 60),
                    new Compared(40, 60, 12, 60),
                    new Compared(20, 60, 24, 60))))
        .containsExactly(Direction.MORE, Direction.LESS, Direction.UNCLEAR);
    assertThat(Direction.of(List.of())).isEmpty();
  }

  @Test
  void what_is_clear_alone_may_not_be_among_many() {
    var one = new Compared(12, 60, 24, 60);
    assertThat(Direction.of(List.of(one))).containsExactly(Direction.MORE);
    var many = new ArrayList<>(Collections.nCopies(20, new Compared(20, 60, 20, 60)));
    many.add(one);
    assertThat(Direction.of(many)).containsOnly(Direction.UNCLEAR);
  }

  /** Nothing changes, and on one sheet in 20 at most something seems to. */
  @Test
  void chance_is_seldom_named() {
    var random = new Random(5);
    int named = 0;
    int sheets = 1000;
    for (int sheet = 0; sheet < sheets; sheet++) {
      var compared = new ArrayList<Compared>();
      for (int theme = 0; theme < 12; theme++) {
        double share = 0.1 + 0.05 * theme;
        compared.add(new Compared(drawn(random, 80, share), 80, drawn(random, 300, share), 300));
      }
      named += Direction.of(compared).stream().allMatch(Direction.UNCLEAR::equals) ? 0 : 1;
    }
    assertThat(named).isBetween(1, sheets / 20);
  }

  private static int drawn(Random random, int answers, double share) {
    int said = 0;
    for (int answer = 0; answer < answers; answer++) {
      said += random.nextDouble() < share ? 1 : 0;
    }
    return said;
  }
}
