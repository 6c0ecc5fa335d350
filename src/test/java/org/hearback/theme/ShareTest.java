package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares and their intervals: the worked examples of the papers, and what must hold for any. */
class ShareTest {
  private static final double LAST_DIGIT = 0.00005;

  /** Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0,  20,  0.0000, 0.1611",
    "1,  29,  0.0061, 0.1718",
  })
  void wilsons_interval_is_that_of_the_paper(int having, int base, double low, double high) {
    var interval = new Share(having, base).wilson(Normal.Z_95);
    assertThat(interval.low()).isEqualTo(low, within(LAST_DIGIT));
    assertThat(interval.high()).isEqualTo(high, within(LAST_DIGIT));
  }

  /** Newcombe 1998, Statistics in Medicine 17, 873-890, table II, method 10. */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339",
    "9,  10, 3,  10, 0.1705, 0.8090",
    "6,  7,  2,  7,  0.0582, 0.8062",
    "5,  56, 0,  29, -0.0381, 0.1926",
    "0,  10, 0,  20, -0.1611, 0.2775",
    "0,  10, 0,  10, -0.2775, 0.2775",
    "10, 10, 0,  20, 0.6791, 1.0000",
    "10, 10, 0,  10, 0.6075, 1.0000",
  })
  void the_interval_of_a_difference_is_that_of_the_paper(
      int having, int base, int otherHaving, int otherBase, double low, double high) {
    var interval = new Share(having, base).minus(new Share(otherHaving, otherBase), Normal.Z_95);
    assertThat(interval.low()).isEqualTo(low, within(LAST_DIGIT));
    assertThat(interval.high()).isEqualTo(high, within(LAST_DIGIT));
  }

  /** Tables of the normal distribution. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.8413447461",
    "-1, 0.1586552539",
    "1.959963985, 0.975",
    "3, 0.9986501020",
    "5, 0.9999997133",
    "40, 1",
    "-40, 0",
  })
  void the_normal_distribution_is_that_of_the_tables(double z, double below) {
    assertThat(Normal.below(z)).isEqualTo(below, within(1e-9));
  }

  @Test
  void a_chance_leads_back_to_where_it_begins() {
    assertThat(Normal.z(0.05)).isEqualTo(Normal.Z_95, within(1e-9));
    assertThat(Normal.z(0.01)).isEqualTo(2.5758293035, within(1e-9));
    assertThat(Normal.z(1)).isEqualTo(0, within(1e-9));
  }

  @Property
  void an_interval_holds_its_estimate_and_stays_within_nothing_and_all(
      @ForAll("shares") Share share, @ForAll @DoubleRange(min = 0, max = 8) double z) {
    var interval = share.wilson(z);
    assertThat(share.estimate()).isBetween(0.0, 1.0);
    assertThat(interval.contains(share.estimate())).isTrue();
    assertThat(interval.low()).isGreaterThanOrEqualTo(0);
    assertThat(interval.high()).isLessThanOrEqualTo(1);
  }

  @Property
  void who_has_and_who_has_not_are_mirrors(@ForAll("shares") Share share) {
    var others = new Share(share.base() - share.having(), share.base()).wilson(Normal.Z_95);
    var own = share.wilson(Normal.Z_95);
    assertThat(own.low()).isEqualTo(1 - others.high(), within(1e-12));
    assertThat(own.high()).isEqualTo(1 - others.low(), within(1e-12));
  }

  @Property
  void a_difference_is_within_its_interval_and_the_other_way_round_its_mirror(
      @ForAll("shares") Share one,
      @ForAll("shares") Share other,
      @ForAll @DoubleRange(min = 0, max = 8) double z) {
    var interval = one.minus(other, z);
    assertThat(interval.contains(one.estimate() - other.estimate())).isTrue();
    assertThat(interval.low()).isGreaterThanOrEqualTo(-1);
    assertThat(interval.high()).isLessThanOrEqualTo(1);
    var back = other.minus(one, z);
    assertThat(back.low()).isEqualTo(-interval.high(), within(1e-12));
    assertThat(back.high()).isEqualTo(-interval.low(), within(1e-12));
  }

  @Property
  void surer_is_wider(
      @ForAll("shares") Share one,
      @ForAll("shares") Share other,
      @ForAll @DoubleRange(min = 0, max = 4) double z,
      @ForAll @DoubleRange(min = 0, max = 4) double more) {
    var narrow = one.minus(other, z);
    var wide = one.minus(other, z + more);
    assertThat(wide.low()).isLessThanOrEqualTo(narrow.low() + 1e-12);
    assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high() - 1e-12);
  }

  @Test
  void what_is_no_share_is_refused() {
    assertThatThrownBy(() -> new Share(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Interval(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<Share> shares() {
    return Arbitraries.integers()
        .between(1, 3_000)
        .flatMap(
            base -> Arbitraries.integers().between(0, base).map(having -> new Share(having, base)));
  }
}
