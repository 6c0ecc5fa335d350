package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoreItemsTest {
  private final Forms forms = new Forms();

  @Test
  void an_item_counts_once_with_its_least_good_answer() {
    assertThat(items("conference-young-person", Map.of("others", "no", "now", "less-safe")))
        .isEqualTo(Map.of(CoreItem.SAFE, Standing.POOR));
    assertThat(items("conference-young-person", Map.of("others", "yes", "now", "safer")))
        .isEqualTo(Map.of(CoreItem.SAFE, Standing.POOR));
    assertThat(items("conference-young-person", Map.of("others", "no", "now", "safer")))
        .isEqualTo(Map.of(CoreItem.SAFE, Standing.GOOD));
  }

  @Test
  void an_option_that_says_nothing_is_left_out_of_the_base() {
    assertThat(items("assessment-parent", Map.of("child", "not-sure"))).isEmpty();
    assertThat(items("assessment-parent", Map.of("child", "not-sure", "listened", "agree")))
        .isEqualTo(Map.of(CoreItem.LISTENED, Standing.GOOD));
  }

  @Test
  void of_many_ticks_the_least_good_counts() {
    var ticks = new Answer.Ticks(List.of("time", "nothing"));
    assertThat(
            CoreItems.of(forms.latest("assessment-parent"), new Answers(Map.of("missing", ticks))))
        .isEqualTo(Map.of(CoreItem.RESPECT, Standing.MIDDLE));
  }

  @Test
  void a_worry_that_was_not_shared_feeds_no_item() {
    assertThat(items("conference-partner", Map.of("worry", "yes", "reports", "disagree")))
        .isEmpty();
    assertThat(
            items(
                "closure-staff",
                Map.of("better", "agree", "ending", "disagree", "support", "disagree")))
        .isEqualTo(Map.of(CoreItem.BETTER, Standing.GOOD, CoreItem.SAFE, Standing.POOR));
  }

  @Test
  void words_feed_no_item() {
    var answers = new Answers(Map.of("change", new Answer.Words("more time")));
    assertThat(CoreItems.of(forms.latest("assessment-parent"), answers)).isEmpty();
  }

  private Map<CoreItem, Standing> items(String form, Map<String, String> ticked) {
    var answers = new java.util.LinkedHashMap<String, Answer>();
    ticked.forEach((key, option) -> answers.put(key, new Answer.Ticks(List.of(option))));
    return CoreItems.of(forms.latest(form), new Answers(answers));
  }
}
