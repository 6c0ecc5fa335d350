package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Answers were given to these words. */
class PublishedWordsTest {
  private final Forms forms = new Forms();
  private final String published = Resources.text(PublishedWords.PATH);

  @Test
  void every_published_form_says_what_it_said_when_it_was_published() {
    assertThat(problems(published, it -> it)).isEmpty();
  }

  @Test
  void a_changed_question_is_refused_with_both_ways_out() {
    assertThat(
            problems(published, text -> text.replace("Were you treated fairly?", "Was it fair?")))
        .singleElement()
        .asString()
        .contains("form.pathway-care-leaver.fair", "“Were you treated fairly?”", "“Was it fair?”")
        .contains("new version", "typing error");
  }

  @Test
  void so_is_a_changed_option_of_its_own_or_of_a_scale() {
    assertThat(problems(published, text -> text.replace("= Okay for now", "= All right")))
        .hasSize(1);
    assertThat(problems(published, text -> text.replace("= Strongly agree", "= Agree a lot")))
        .hasSize(1);
  }

  @Test
  void a_form_is_published_with_its_words_and_no_others_are_kept() {
    var lost = published.replaceFirst("(?m)^form.pathway-care-leaver.fair = .*\n", "");
    assertThat(problems(lost, it -> it))
        .containsExactly(
            "forms/published.properties lacks the words of a published form:"
                + " form.pathway-care-leaver.fair = Were you treated fairly?");
    assertThat(problems(published + "form.nothing.why = Why?\n", it -> it))
        .containsExactly(
            "forms/published.properties keeps form.nothing.why, which no published form has");
  }

  private List<String> problems(String kept, UnaryOperator<String> english) {
    var words =
        new Words(path ->
            path.equals("i18n/en.properties")
                ? english.apply(Resources.text(path))
                : Resources.text(path));
    return PublishedWords.problems(kept, forms.all(), words);
  }
}
