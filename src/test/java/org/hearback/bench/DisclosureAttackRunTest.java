package org.hearback.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearback.bench.DisclosureAttack.Maker;
import org.junit.jupiter.api.Test;

/** The bench in little: fewer releases, two councils, every attack and each planted mistake. */
class DisclosureAttackRunTest {
  private static final int MONTHS = 14;

  @Test
  void releases_of_two_councils_tell_nothing_and_the_planted_mistakes_do() {
    for (var council : List.of(SmallCouncil.of40(MONTHS, 3), SmallCouncil.of120(MONTHS, 3))) {
      var whole = DisclosureAttack.attack(council, MONTHS, Maker.WHOLE);
      assertThat(whole.releases()).isGreaterThan(2);
      assertThat(whole.shown()).as("something is published").isPositive();
      assertThat(whole.derivable()).as(council.name()).isZero();
      assertThat(whole.insider()).as(council.name()).isZero();
      assertThat(DisclosureAttack.attack(council, MONTHS, Maker.NO_LOOK_BACK).insider())
          .isPositive();
      var small = DisclosureAttack.attack(council, MONTHS, Maker.SMALL_ONLY);
      assertThat(small.derived()).isPositive();
      assertThat(small.ranges()).isPositive();
    }
    for (var council : List.of(SmallCouncil.of40(MONTHS, 3), SmallCouncil.of120(MONTHS, 3))) {
      var themes = DisclosureAttack.attackThemes(council, MONTHS, Maker.WHOLE);
      assertThat(themes.shown()).as("themes are published").isPositive();
      assertThat(themes.derivable()).as(council.name()).isZero();
      assertThat(DisclosureAttack.attackThemes(council, MONTHS, Maker.SMALL_ONLY).derived())
          .isPositive();
    }
    var open = DisclosureAttack.attack(SmallCouncil.of40(6, 3), 6, Maker.OPEN);
    assertThat(open.derived()).as("quarters that are watched while they fill").isPositive();
  }
}
