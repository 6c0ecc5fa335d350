package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What the linter says of the words of this build, and of the same words when something is wrong.
 */
class WordLintTest {
  private static final String EXCEPTIONS = "forms/exceptions.yml";
  private static final String ENGLISH = "i18n/en.properties";

  private final Forms forms = new Forms();

  @Test
  void the_words_of_this_build_pass() {
    assertThat(errorsOf(Resources::text))
        .as("mend the sentence, or say in forms/exceptions.yml why it may stand")
        .isEmpty();
  }

  @Test
  void no_exception_is_left_that_excuses_nothing() {
    assertThat(findings(Resources::text).stream().filter(it -> it.where().equals("exceptions.yml")))
        .isEmpty();
  }

  @Test
  void an_exception_that_excuses_nothing_is_said() {
    var excused =
        changed(EXCEPTIONS, "key: form.assessment-parent.facts", "key: form.assessment-parent.why");
    assertThat(findings(excused).stream().map(Finding::line))
        .anySatisfy(line ->
            assertThat(line).contains("form.assessment-parent.why", "Take the exception out"))
        .anySatisfy(
            line -> assertThat(line).contains("form.assessment-parent.facts", "holds two ideas"));
  }

  @Test
  void a_sentence_is_judged_by_the_people_who_read_it() {
    assertThat(errors("form.conference-partner.view = The placement was clear in the room."))
        .isEmpty();
    assertThat(errors("form.conference-young-person.views = The placement was clear in the room."))
        .hasSize(1);
    assertThat(errors("before.young-person.night = Your contact is at night."))
        .anySatisfy(line -> assertThat(line).contains("before.young-person.night", "banned-word"));
    assertThat(errors("help.unread = Well done, you are nearly there!")).hasSize(3);
    assertThat(errors("thanks.saved = We keep your LAC review.")).hasSize(1);
  }

  @Test
  void what_is_said_by_the_open_forms_is_judged_by_the_strictest_of_their_readers() {
    assertThat(errors("before.open.window = " + "word ".repeat(20) + "end."))
        .anySatisfy(line -> assertThat(line).contains("young people get at most 20"));
  }

  @Test
  void hard_words_make_a_form_too_hard_as_a_whole() {
    var hard =
        "form.conference-young-person.views = Professionals' multidisciplinary deliberations"
            + " appropriately incorporated my individual perspectives.";
    assertThat(errors(hard))
        .anySatisfy(line ->
            assertThat(line)
                .contains("form.conference-young-person", "has a reading age of", "at most 10"));
  }

  @Test
  void easy_read_is_a_language_with_stricter_limits() {
    var sentence = "We would like to hear from you how the last meeting about your plan went.";
    assertThat(errorsOf(easyRead(sentence))).isEmpty();
    assertThat(errorsOf(easyRead(sentence.replace(".", " for you."))))
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).contains("(en-simple)", "Easy Read get at most 15"));
  }

  private static UnaryOperator<String> easyRead(String sentence) {
    return path ->
        switch (path) {
          case "i18n/languages.txt" -> "en\nen-simple\n";
          case "i18n/en-simple.properties" -> "before.parent.optional = " + sentence;
          default -> Resources.text(path);
        };
  }

  private List<String> errors(String line) {
    var key = line.substring(0, line.indexOf(" = "));
    UnaryOperator<String> files =
        path ->
            path.equals(ENGLISH)
                ? Resources.text(path)
                    .replaceFirst("(?m)^" + key.replace(".", "\\.") + " = .*$", line)
                : Resources.text(path);
    return errorsOf(files);
  }

  private List<String> errorsOf(UnaryOperator<String> files) {
    return findings(files).stream().filter(Finding::isError).map(Finding::line).toList();
  }

  private List<Finding> findings(UnaryOperator<String> files) {
    return Contents.lint(files).findings(forms.all(), new Words(files));
  }

  private static UnaryOperator<String> changed(String file, String from, String to) {
    return path ->
        path.equals(file) ? Resources.text(path).replace(from, to) : Resources.text(path);
  }
}
