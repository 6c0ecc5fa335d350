package org.hearback.answer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearback.RealBrowser.DESK;
import static org.hearback.RealBrowser.PHONE;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.hearback.RealBrowser;
import org.hearback.form.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Another language in the middle of it: the words stay, and where they stay is the phone. */
class SwitchLanguageTest {
  private static final String WORDS = "Nobody asked 😀\nme first";
  @RegisterExtension static final RealBrowser browser = new RealBrowser();

  @Test
  void words_and_ticks_stay_on_the_same_question_and_nothing_is_sent() throws IOException {
    try (var server = new FaceServer(Thumb.form("assessment-parent"), "en");
        var person = browser.person(PHONE)) {
      var page = Thumb.opens(person, server);
      Thumb.presses(page, "Start");
      Thumb.ticks(page, "Agree");
      Thumb.presses(page, "Continue");
      Thumb.skips(page, 5);
      Thumb.ticks(page, "Time");
      Thumb.ticks(page, "Childcare");
      Thumb.presses(page, "Continue");
      page.locator("textarea").fill(WORDS);
      var nonce = page.locator("#nonce").inputValue();
      assertThat(page.locator("#languages")).not().hasAttribute("open", "");
      into(page, "العربية");
      assertThat(page.locator("#q-change h2")).isFocused();
      assertThat(page.locator("html")).hasAttribute("dir", "rtl");
      assertThat(page.locator("html")).hasAttribute("lang", "ar");
      assertThat(page).hasTitle("أخبرونا كيف سارت الأمور");
      assertThat(page.locator("textarea")).hasValue(WORDS);
      assertThat(page.locator("#nonce")).hasValue(nonce);
      assertThat(page.url()).endsWith("/answer?lang=ar");
      RealBrowser.look(page, "switch-ar-text");
      page.goBack();
      assertThat(page.locator("#f-missing-time")).isChecked();
      assertThat(page.locator("#f-missing-childcare")).isChecked();
      page.locator("#languages summary").click();
      RealBrowser.look(page, "switch-ar-open");
      page.locator("#f-missing-time").uncheck();
      Thumb.presses(page, "English");
      assertThat(page.locator("#q-missing h2")).isFocused();
      assertThat(page.locator("#f-missing-time")).not().isChecked();
      into(page, "العربية");
      Thumb.presses(page, "متابعة");
      Thumb.presses(page, "متابعة");
      Thumb.skips(page, 1);
      assertThat(page.locator("#check")).isFocused();
      into(page, "English");
      assertThat(page.locator("#check")).isFocused();
      assertThat(page.locator("dl")).containsText("Childcare");
      into(page, "العربية");
      assertThat(server.paths).noneMatch(path -> path.startsWith("POST"));
      assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
      Thumb.presses(page, "إرسال");
      page.getByText("شكرًا لكم").waitFor();
      assertThat(server.sent).hasSize(1);
      var answers = server.sent.getFirst();
      assertThat(answers.to("why")).contains(new Answer.Ticks(List.of("agree")));
      assertThat(answers.to("missing")).contains(new Answer.Ticks(List.of("childcare")));
      assertThat(answers.to("change")).contains(new Answer.Words(WORDS));
    }
  }

  @Test
  void without_a_connection_it_says_so_and_everything_stays() throws IOException {
    try (var server = new FaceServer(Thumb.form("conference-young-person"), "en");
        var person = browser.person(PHONE)) {
      var page = Thumb.opens(person, server);
      Thumb.presses(page, "Start");
      Thumb.skips(page, 6);
      page.locator("textarea").fill(WORDS);
      person.setOffline(true);
      into(page, "العربية");
      assertThat(page.locator("#lost")).isVisible();
      assertThat(page.locator("#lost")).containsText("Nothing you wrote is lost");
      RealBrowser.look(page, "switch-lost");
      assertThat(page.locator("textarea")).hasValue(WORDS);
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      person.setOffline(false);
      page.locator("#languages button[lang=ar]").click();
      assertThat(page.locator("html")).hasAttribute("lang", "ar");
      assertThat(page.locator("textarea")).hasValue(WORDS);
    }
  }

  @Test
  void a_page_that_is_no_form_does_not_take_its_place() throws IOException {
    try (var server = new FaceServer(Thumb.form("conference-young-person"), "en");
        var person = browser.person(DESK)) {
      var page = Thumb.opens(person, server);
      page.route(
          "**/*?lang=ar",
          route ->
              route.fulfill(
                  new com.microsoft.playwright.Route.FulfillOptions()
                      .setStatus(503)
                      .setBody("<h1>Later</h1>")));
      page.locator("#languages button[lang=ar]").click();
      assertThat(page.locator("#lost")).isVisible();
      assertThat(page.locator(".hb-now [data-go=start]")).isVisible();
    }
  }

  @Test
  void after_an_error_it_is_the_same_page_without_it() throws IOException {
    try (var server = new FaceServer(Thumb.form("conference-young-person"), "en");
        var person = browser.person(PHONE)) {
      var page = Thumb.opens(person, server);
      Thumb.presses(page, "Start");
      Thumb.skips(page, 6);
      page.locator("textarea").fill("y".repeat(1_200));
      Thumb.presses(page, "Continue");
      Thumb.skips(page, 1);
      Thumb.presses(page, "Send");
      assertThat(page.locator("#summary")).isFocused();
      into(page, "العربية");
      assertThat(page.locator("#q-ask h2")).isFocused();
      assertThat(page.locator("textarea")).hasValue("y".repeat(1_200));
      assertThat(page.locator("#summary")).hasCount(0);
      page.locator("textarea").fill(WORDS);
      Thumb.presses(page, "متابعة");
      Thumb.skips(page, 1);
      Thumb.presses(page, "إرسال");
      page.getByText("شكرًا لكم").waitFor();
    }
  }

  @Test
  void nine_languages_fit_a_phone_on_every_question() throws IOException {
    try (var server = new FaceServer(Thumb.form("conference-young-person"), "en");
        var person = browser.person(PHONE)) {
      var page = Thumb.opens(person, server);
      assertThat(page.locator("#languages button")).hasCount(8);
      RealBrowser.look(page, "switch-nine-before");
      Thumb.presses(page, "Start");
      page.locator("#languages summary").click();
      RealBrowser.look(page, "switch-nine-question");
      for (var other : page.locator("#languages button").all()) {
        assertThat(other.boundingBox().height).isGreaterThanOrEqualTo(44);
      }
      page.setViewportSize(DESK, 740);
      RealBrowser.look(page, "switch-nine-question");
    }
  }

  @Test
  void without_script_it_is_a_button_of_the_form_that_keeps_and_checks_nothing()
      throws IOException {
    try (var server = new FaceServer(Thumb.form("conference-young-person"), "en");
        var person = Thumb.withoutScript(browser.person(PHONE))) {
      var page = Thumb.opens(person, server);
      page.locator("#q-now").getByText("Less safe").click();
      page.locator("textarea").fill("x".repeat(1_001));
      page.locator("#languages button[lang=ar]").click();
      assertThat(page.locator("html")).hasAttribute("dir", "rtl");
      assertThat(page.locator("#f-now-less-safe")).isChecked();
      assertThat(page.locator("textarea")).hasValue("x".repeat(1_001));
      assertThat(page.locator("#summary")).hasCount(0);
      RealBrowser.look(page, "switch-noscript-ar");
      assertThat(server.sent).isEmpty();
      page.locator("textarea").fill(WORDS);
      Thumb.presses(page, "إرسال");
      page.getByText("شكرًا لكم").waitFor();
      assertThat(server.sent).hasSize(1);
    }
  }

  @Test
  void without_script_enter_in_a_field_neither_sends_nor_changes_the_language() throws IOException {
    try (var server = new FaceServer(Thumb.form("conference-young-person"), "en");
        var person = Thumb.withoutScript(browser.person(PHONE))) {
      var page = Thumb.opens(person, server);
      page.locator("#f-explained").check();
      page.locator("textarea").fill(WORDS);
      page.locator("#f-explained").press("Enter");
      page.waitForCondition(() -> server.paths.contains("POST /" + FaceServer.TOKEN));
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      assertThat(page.locator("#f-explained")).isChecked();
      assertThat(page.locator("textarea")).hasValue(WORDS);
      assertThat(page.locator("#summary")).hasCount(0);
      assertThat(server.sent).isEmpty();
    }
  }

  private static void into(Page page, String language) {
    page.locator("#languages summary").click();
    Thumb.presses(page, language);
  }
}
