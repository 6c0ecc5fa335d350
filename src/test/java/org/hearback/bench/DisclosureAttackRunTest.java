package org.hearback.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearback.bench.DisclosureAttack.Maker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The bench in little: fewer releases, one council, every attack and each planted mistake; a larger
 * council too in the full run.
 */
class DisclosureAttackRunTest {
  private static final int MONTHS = 14;

  @Test
  void releases_of_a_council_tell_nothing_and_the_planted_mistakes_do() {
    attack(SmallCouncil.of40(MONTHS, 3));
    var open = DisclosureAttack.attack(SmallCouncil.of40(6, 3), 6, Maker.OPEN);
    assertThat(open.derived()).as("quarters that are watched while they fill").isPositive();
  }

  @Test
  @Tag("full")
  void nor_do_those_of_a_larger_one() {
    attack(SmallCouncil.of120(MONTHS, 3));
  }

  private static void attack(SmallCouncil council) {
    var whole = DisclosureAttack.attack(council, MONTHS, Maker.WHOLE);
    assertThat(whole.releases()).isGreaterThan(2);
    assertThat(whole.shown()).as("something is published").isPositive();
    assertThat(whole.derivable()).as(council.name()).isZero();
    assertThat(whole.insider()).as(council.name()).isZero();
    assertThat(DisclosureAttack.attack(council, MONTHS, Maker.NO_LOOK_BACK).insider()).isPositive();
    var small = DisclosureAttack.attack(council, MONTHS, Maker.SMALL_ONLY);
    assertThat(small.derived()).isPositive();
    assertThat(small.ranges()).isPositive();
    var themes = DisclosureAttack.attackThemes(council, MONTHS, Maker.WHOLE);
    assertThat(themes.shown()).as("themes are published").isPositive();
    assertThat(themes.derivable()).as(council.name()).isZero();
    assertThat(DisclosureAttack.attackThemes(council, MONTHS, Maker.SMALL_ONLY).derived())
        .isPositive();
  }
}
