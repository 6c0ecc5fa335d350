package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each figure beside what comes out by hand. */
class QualityTest {
  private static final String THEME = "listened-to";
  private static final String OTHER = "reliability";
  private static final Coding YES = new Coding.About(List.of(THEME));
  private static final Coding NO = new Coding.About(List.of());
  private static final Coding UNCLEAR = new Coding.Unclear();
  private static final Offset<Double> EXACT = within(0.00005);

  private final List<Quality.Twice> coded = new ArrayList<>();

  /** 35 of 50 are agreed: 0.7. By chance: 0.5 * 0.6 + 0.5 * 0.4 = 0.5. (0.7 - 0.5) / 0.5. */
  @Test
  void two_who_read_fifty_applications() {
    four(20, 5, 10, 15);
    assertThat(value(of(THEME).kappa())).isEqualTo(0.4, EXACT);
    assertThat(of(THEME)).isEqualTo(new Quality.Counts(50, 20, 5, 10, 15, 0, 0));
  }

  /** 0.6 both times; by chance 0.6 * 0.7 + 0.4 * 0.3 = 0.54, and 0.6 * 0.3 + 0.4 * 0.7 = 0.46. */
  @Test
  void as_many_agree_and_more_of_it_is_chance() {
    four(45, 15, 25, 15);
    assertThat(value(of(THEME).kappa())).isEqualTo(0.06 / 0.46, EXACT);
    coded.clear();
    four(25, 35, 5, 35);
    assertThat(value(of(THEME).kappa())).isEqualTo(0.14 / 0.54, EXACT);
  }

  @Test
  void always_never_and_the_other_way_round() {
    four(5, 0, 0, 5);
    assertThat(value(of(THEME).kappa())).isEqualTo(1, EXACT);
    coded.clear();
    four(0, 5, 5, 0);
    assertThat(value(of(THEME).kappa())).isEqualTo(-1, EXACT);
    coded.clear();
    four(0, 0, 0, 10);
    assertThat(of(THEME).kappa()).isEqualTo(new Quality.Figure.Always());
    assertThat(of(THEME).isSaid()).isFalse();
    coded.clear();
    four(10, 0, 0, 0);
    assertThat(of(THEME).kappa()).isEqualTo(new Quality.Figure.Always());
  }

  @Test
  void nine_are_no_figure_and_ten_are() {
    four(4, 1, 0, 4);
    assertThat(of(THEME).kappa()).isEqualTo(new Quality.Figure.TooFew(9));
    four(0, 0, 0, 1);
    // 9 of 10; by chance (5 * 4 + 5 * 6) / 100 = 0.5
    assertThat(value(of(THEME).kappa())).isEqualTo(0.8, EXACT);
    assertThat(of(THEME).precision()).isEqualTo(new Quality.Figure.TooFew(0));
    assertThat(of(THEME).recall()).isEqualTo(new Quality.Figure.TooFew(4));
  }

  /**
   * Both say it of 12, of which the book finds 8; of the 30 of which neither does it finds 2 as
   * well. What it finds where the two are not of one mind is not held against it.
   */
  @Test
  void the_book_is_measured_where_the_two_agree() {
    add(8, YES, YES, THEME);
    add(4, YES, YES, OTHER);
    add(2, NO, NO, THEME);
    add(28, NO, NO, OTHER);
    add(5, YES, NO, THEME);
    add(5, NO, YES, THEME);
    assertThat(of(THEME).precision()).isEqualTo(new Quality.Figure.Of(0.8, 8, 10));
    assertThat(of(THEME).recall()).isEqualTo(new Quality.Figure.Of(8 / 12.0, 8, 12));
    assertThat(of(THEME)).isEqualTo(new Quality.Counts(52, 12, 5, 5, 30, 8, 2));
  }

  @Test
  void of_what_cannot_be_told_no_theme_is_said() {
    add(6, UNCLEAR, UNCLEAR, THEME);
    add(3, UNCLEAR, NO, OTHER);
    add(1, UNCLEAR, YES, OTHER);
    assertThat(of(THEME)).isEqualTo(new Quality.Counts(10, 0, 0, 1, 9, 0, 6));
    assertThat(Quality.unclear(coded)).isEqualTo(new Quality.Counts(10, 6, 4, 0, 0, 0, 0));
  }

  /**
   * Two decisions on each of ten comments. Both say one of them of 6, and 14 others of none; of all
   * 20 they agree on 18. Each says 7 or 6 of 20 with "yes": the first 7, the second 7.
   */
  @Test
  void all_themes_together_are_a_decision_on_each() {
    var both = new Coding.About(List.of(THEME, OTHER));
    add(3, both, both, THEME);
    add(1, YES, new Coding.About(List.of(OTHER)), THEME);
    add(6, NO, NO, OTHER);
    var all = Quality.of(coded, List.of(THEME, OTHER));
    assertThat(all).isEqualTo(new Quality.Counts(10, 6, 1, 1, 12, 3, 6));
    // (20 * 18 - (7 * 7 + 13 * 13)) / (400 - 218)
    assertThat(value(all.kappa())).isEqualTo(142 / 182.0, EXACT);
    assertThat(all.precision()).isEqualTo(new Quality.Figure.TooFew(9));
  }

  private void four(int both, int first, int second, int neither) {
    add(both, YES, YES, "");
    add(first, YES, NO, "");
    add(second, NO, YES, "");
    add(neither, NO, NO, "");
  }

  private void add(int times, Coding first, Coding second, String book) {
    for (int i = 0; i < times; i++) {
      coded.add(new Quality.Twice(first, second, book.isEmpty() ? Set.of() : Set.of(book)));
    }
  }

  private Quality.Counts of(String theme) {
    return Quality.of(coded, theme);
  }

  private static double value(Quality.Figure figure) {
    return ((Quality.Figure.Of) figure).value();
  }
}
