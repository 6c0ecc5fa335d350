package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

/** Which words mark some answers out. */
class MarkedTest {
  private static final Marked.LeftOut NOTHING = (_, _, _) -> false;

  @Test
  void words_of_these_and_not_of_the_others_are_shown_as_most_people_wrote_them() {
    var here = new ArrayList<Written>();
    var there = new ArrayList<Written>();
    for (int i = 0; i < 30; i++) {
      here.add(
          said(i, i % 3 == 0 ? "The visit was cancelled" : "Cancelled visits, and cancelling"));
      there.add(said(100 + i, "The visit was fine, and I liked " + (i % 2 == 0 ? "it" : "her")));
    }
    var marked = Marked.of(Endings.ENGLISH, here, there, NOTHING);
    assertThat(marked.words()).extracting(Marked.Word::form).containsExactly("Cancelled");
    assertThat(marked.words().getFirst().here()).isEqualTo(new Share(30, 30));
    assertThat(marked.words().getFirst().there()).isEqualTo(new Share(0, 30));
  }

  @Test
  void a_word_of_two_answers_is_never_shown_and_somebody_who_repeats_it_is_one_voice() {
    var here = some(0, 40, "it was good");
    here.add(said(50, "Kayleigh Kayleigh Kayleigh came"));
    here.add(said(50, "Kayleigh again"));
    here.add(said(51, "Kayleigh"));
    var marked = Marked.of(Endings.ENGLISH, here, some(100, 4_000, "it was good"), NOTHING);
    assertThat(marked.words()).isEmpty();
    here.add(said(52, "Kayleigh"));
    assertThat(Marked.of(Endings.ENGLISH, here, some(100, 4_000, "it was good"), NOTHING).words())
        .extracting(Marked.Word::form)
        .containsExactly("Kayleigh");
  }

  @Test
  void a_form_that_one_answer_alone_has_is_not_shown_for_its_word() {
    var here = some(0, 20, "it was good");
    here.add(said(50, "cancels"));
    here.add(said(51, "cancelled"));
    here.add(said(52, "cancelling"));
    var there = some(100, 4_000, "it was good");
    assertThat(Marked.of(Endings.ENGLISH, here, there, NOTHING).words()).isEmpty();
    here.add(said(53, "Cancelled"));
    assertThat(Marked.of(Endings.ENGLISH, here, there, NOTHING).words()).hasSize(1);
  }

  @Test
  void what_the_redactor_put_in_and_what_was_asked_for_is_left_out() {
    var here = some(0, 20, "[name] at [school] cancelled, school is late");
    var there = some(100, 200, "it was good at [school]");
    assertThat(Marked.of(Endings.ENGLISH, here, there, NOTHING).words())
        .extracting(Marked.Word::form)
        .containsExactlyInAnyOrder("cancelled", "school", "late");
    var asked = AskedFor.of(Asked.words("cancel lat* -school", SearchTest.NO_KEYS));
    assertThat(Marked.of(Endings.ENGLISH, here, there, asked).words())
        .extracting(Marked.Word::form)
        .containsExactly("school");
  }

  @Test
  void languages_are_compared_each_by_itself() {
    var here = new ArrayList<>(some(0, 12, "it was late"));
    here.add(new Written(new UUID(0, 1), 90, Endings.POLISH, "było za późno"));
    var there = new ArrayList<>(some(100, 50, "it was good"));
    assertThat(Marked.of(Endings.POLISH, here, there, NOTHING))
        .returns(false, Marked::possible)
        .returns(1, Marked::here)
        .returns(List.of(), Marked::words);
    assertThat(Marked.of(Endings.ENGLISH, here, there, NOTHING).here()).isEqualTo(12);
  }

  @Test
  void where_the_words_are_the_same_hardly_any_page_shows_one() {
    var chance = new Random(11);
    int pagesWithWords = 0;
    int pages = 60;
    for (int page = 0; page < pages; page++) {
      var marked =
          Marked.of(Endings.ENGLISH, byChance(chance, 0, 50), byChance(chance, 100, 300), NOTHING);
      assertThat(marked.compared()).isGreaterThan(50);
      if (!marked.words().isEmpty()) {
        pagesWithWords++;
      }
    }
    assertThat(pagesWithWords).isLessThanOrEqualTo(pages / 10);
  }

  /** Most words of a language are rare, and some of them stand on one side by chance alone. */
  @Test
  void where_rare_words_are_the_same_hardly_any_page_shows_one() {
    var chance = new Random(12);
    int pagesWithWords = 0;
    int pages = 40;
    for (int page = 0; page < pages; page++) {
      var marked = Marked.of(Endings.ENGLISH, rare(chance, 0, 15), rare(chance, 100, 500), NOTHING);
      assertThat(marked.compared()).isGreaterThan(300);
      if (!marked.words().isEmpty()) {
        pagesWithWords++;
      }
    }
    assertThat(pagesWithWords).isLessThanOrEqualTo(pages / 20);
  }

  /** A word of rank n is n times as rare as the first. */
  private static List<Written> rare(Random chance, int from, int answers) {
    var written = new ArrayList<Written>();
    for (int answer = 0; answer < answers; answer++) {
      var words = new StringBuilder();
      for (int word = 0; word < 30; word++) {
        int rank = (int) Math.pow(2_000, chance.nextDouble());
        words.append("zq").append((char) ('a' + rank / 676)).append((char) ('a' + rank / 26 % 26));
        words.append((char) ('a' + rank % 26)).append("k ");
      }
      written.add(said(from + answer, words.toString()));
    }
    return written;
  }

  @Property
  void a_chance_is_one_whatever_is_counted_and_so_is_the_distance(
      @ForAll("shares") Share here, @ForAll("shares") Share there) {
    double chance = new Keyness(here.base() + there.base()).chance(here, there);
    assertThat(chance).isBetween(0.0, 1.0);
    double g2 = Keyness.g2(here, there);
    assertThat(g2).isFinite().isGreaterThanOrEqualTo(0);
    assertThat(Keyness.g2(there, here)).isEqualTo(g2, within(1e-9));
    assertThat(Keyness.g2(here, here)).isEqualTo(0, within(1e-9));
    if (here.estimate() <= there.estimate()) {
      assertThat(chance).as("no more than elsewhere").isGreaterThan(0.05);
    }
  }

  /** R. A. Fisher, The Design of Experiments, 1935: the lady who tastes eight cups of tea. */
  @Test
  void the_chance_is_that_of_the_lady_and_her_tea() {
    var tea = new Keyness(8);
    assertThat(tea.chance(new Share(4, 4), new Share(0, 4))).isEqualTo(1.0 / 70, within(1e-12));
    assertThat(tea.chance(new Share(3, 4), new Share(1, 4))).isEqualTo(17.0 / 70, within(1e-12));
    assertThat(tea.chance(new Share(0, 4), new Share(4, 4))).isEqualTo(1, within(1e-12));
  }

  /** A. Agresti, Categorical Data Analysis: heart attacks without and with aspirin, G2 25.4. */
  @Test
  void the_distance_is_that_of_the_physicians_and_their_aspirin() {
    assertThat(Keyness.g2(new Share(189, 11_034), new Share(104, 11_037)))
        .isEqualTo(25.37, within(0.05));
  }

  @Test
  void of_too_many_comments_an_even_part_is_read() {
    var found = new FixedBitSet(1_000);
    found.set(100, 900);
    var some = MarkingWords.some(found, 80);
    assertThat(some.cardinality()).isEqualTo(80);
    for (int from = 100; from < 900; from += 100) {
      assertThat(some.cardinality(from, from + 100)).isEqualTo(10);
    }
    assertThat(MarkingWords.some(found, 800)).isSameAs(found);
  }

  @Provide
  Arbitrary<Share> shares() {
    return Arbitraries.integers()
        .between(1, 500)
        .flatMap(
            base -> Arbitraries.integers().between(0, base).map(having -> new Share(having, base)));
  }

  private static List<Written> byChance(Random chance, int from, int many) {
    var all = new ArrayList<Written>();
    for (int i = 0; i < many; i++) {
      var words = new StringBuilder();
      for (int w = 0; w < 100; w++) {
        if (chance.nextInt(100) < 10 + w / 3) {
          words.append(" wa").append((char) ('a' + w % 26)).append((char) ('a' + w / 26));
        }
      }
      all.add(said(from + i, words.toString()));
    }
    return all;
  }

  private static List<Written> some(int from, int many, String words) {
    var all = new ArrayList<Written>();
    for (int i = 0; i < many; i++) {
      all.add(said(from + i, words));
    }
    return all;
  }

  private static Written said(int answer, String words) {
    return new Written(UUID.randomUUID(), answer, Endings.ENGLISH, words);
  }
}
