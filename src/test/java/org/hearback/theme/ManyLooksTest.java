package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ManyLooksTest {
  /**
   * The worked example of Benjamini and Hochberg 1995, section 4.1: fifteen treatments of a heart.
   */
  private static final double[] PAPER = {
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.0000
  };

  @Test
  void the_papers_fifteen_are_judged_as_in_the_paper() {
    assertThat(ManyLooks.benjaminiHochberg(PAPER)).isEqualTo(4);
    assertThat(ManyLooks.holm(PAPER)).isEqualTo(3);
  }

  @Test
  void nothing_looked_at_is_nothing_named() {
    assertThat(ManyLooks.holm()).isZero();
    assertThat(ManyLooks.benjaminiHochberg()).isZero();
  }

  @Test
  void one_look_is_held_against_the_usual_bound() {
    assertThat(ManyLooks.holm(0.05)).isEqualTo(1);
    assertThat(ManyLooks.holm(0.051)).isZero();
    assertThat(ManyLooks.benjaminiHochberg(0.05)).isEqualTo(1);
    assertThat(ManyLooks.benjaminiHochberg(0.051)).isZero();
  }

  @Property
  void holm_names_no_more_than_benjamini_and_hochberg_and_no_fewer_than_each_by_itself(
      @ForAll @Size(max = 60) List<@DoubleRange(min = 0, max = 1) Double> chances) {
    var sorted = chances.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    long strictest =
        Arrays.stream(sorted).filter(it -> it <= ManyLooks.ALLOWED / sorted.length).count();
    assertThat((long) ManyLooks.holm(sorted))
        .isBetween(strictest, (long) ManyLooks.benjaminiHochberg(sorted));
  }
}
