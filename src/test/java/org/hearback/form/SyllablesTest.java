package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counted against a pronouncing dictionary, in which the counts below were looked up. */
class SyllablesTest {
  /** Words as forms have them; the rules were made with these in view. */
  private static final String OURS =
      """
      1: home house changed choose chose helped faith worse lives words hurt don’t won’t you’re aren’t real live help
      2: being people someone sibling wanted trusted couldn’t isn’t nation culture safest carer after
      2: listened trouble table social poet lion question giant react mother easy because seeing patient placement adults choices
      3: understand family official anyone idea area video radio happier easier decision tomorrow everyone
      3: advocate computer religion previous serious museum supported created adviser everything telephone
      4: information interpreter anxiety society everybody relationship
      5: disability experiences opportunity
      """;

  /** Words that no rule was made for. */
  private static final String OTHERS =
      """
      1: bridge straight breathed shelves laughed scratched stones clothes tongue rhymes judged
      2: window bottle purple breakfast ocean garden handle kitchen pleasant wooden planted rented
      2: sudden orange shadow married candles waited writing cities rabbit quickly movement hopeful
      3: banana elephant remember violin potato carpenter delicious hospital butterfly animal beautiful
      3: medicine dangerous calendar umbrella furniture electric musician factory holiday
      4: television elevator watermelon caterpillar supermarket february independent
      5: refrigerator university imagination electricity
      """;

  @Test
  void every_word_of_ours_has_its_syllables() {
    assertThat(wrong(OURS)).isEmpty();
  }

  @Test
  void of_other_words_all_but_a_few_have_theirs_and_none_is_off_by_more_than_one() {
    assertThat(wrong(OTHERS)).hasSizeLessThanOrEqualTo(4);
    assertThat(wrong(OTHERS).stream().filter(it -> it.endsWith("far off"))).isEmpty();
  }

  @Test
  void what_is_no_word_counts_for_something() {
    assertThat(Syllables.in("999")).isEqualTo(3);
    assertThat(Syllables.in("Hmm")).isEqualTo(1);
    assertThat(Syllables.in("’")).isEqualTo(1);
    assertThat(Syllables.in("grown-up")).isEqualTo(2);
  }

  private static List<String> wrong(String table) {
    var wrong = new ArrayList<String>();
    for (var line : table.lines().toList()) {
      int syllables = Integer.parseInt(line.substring(0, 1));
      for (var word : line.substring(3).split(" ")) {
        int counted = Syllables.in(word);
        if (counted != syllables) {
          var far = Math.abs(counted - syllables) > 1 ? " far off" : "";
          wrong.add(word + " " + counted + " for " + syllables + far);
        }
      }
    }
    return wrong;
  }
}
