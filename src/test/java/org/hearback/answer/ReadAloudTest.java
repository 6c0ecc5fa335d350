package org.hearback.answer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearback.RealBrowser.DESK;
import static org.hearback.RealBrowser.PHONE;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.hearback.RealBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The page reads itself out, with a voice of the device alone. The browser here has none, so each
 * test says which ones it has; what is spoken is written down.
 */
class ReadAloudTest {
  private static final String VOICES =
      """
      const spoken = window.spoken = [], voices = [];
      const queue = [];
      Object.defineProperty(window, "SpeechSynthesisUtterance", { value: function (text) { this.text = text; } });
      Object.defineProperty(window, "speechSynthesis", { value: {
        get pending() { return queue.length > 0; },
        getVoices: () => voices,
        speak: (piece) => { queue.push(piece); spoken.push(piece.voice.name + ": " + piece.text.trim()); },
        cancel: () => { queue.length = 0; spoken.push("-"); },
      } });
      window.ends = () => { queue.shift().onend(); };
      window.arrives = (name, lang, localService) => {
        voices.push({ name, lang, localService });
        speechSynthesis.onvoiceschanged();
      };
      """;

  @RegisterExtension static final RealBrowser browser = new RealBrowser();

  @Test
  void it_is_offered_only_with_a_voice_on_the_device_that_speaks_the_language() throws IOException {
    try (var server = new FaceServer(Thumb.form("conference-young-person"), "en");
        var person = speaking(PHONE)) {
      var page = Thumb.opens(person, server);
      assertThat(button(page)).isHidden();
      page.evaluate("arrives('far', 'en-GB', false)");
      assertThat(button(page)).isHidden();
      page.evaluate("arrives('Arabic', 'ar-SA', true)");
      assertThat(button(page)).isHidden();
      page.evaluate("arrives('American', 'en_US', true)");
      assertThat(button(page)).isVisible();
      assertThat(button(page)).hasText("Read this aloud");
      RealBrowser.look(page, "aloud-before");
    }
  }

  @Test
  void it_reads_question_hint_and_options_until_pressed_again_or_left() throws IOException {
    try (var server = new FaceServer(Thumb.form("assessment-parent"), "en");
        var person = speaking(PHONE)) {
      var page = Thumb.opens(person, server);
      page.evaluate("arrives('American', 'en-US', true); arrives('British', 'en-GB', true)");
      Thumb.presses(page, "Start");
      Thumb.skips(page, 6);
      assertThat((int) button(page).boundingBox().height).isGreaterThanOrEqualTo(44);
      page.evaluate("spoken.length = 0");
      button(page).click();
      assertThat(button(page)).hasText("Stop reading");
      RealBrowser.look(page, "aloud-reading");
      assertThat(spoken(page))
          .startsWith(
              "-", "British: Question 7 of 9", "British: What did you need that you didn’t get?")
          .contains("British: Tick all that fit.", "British: An interpreter", "British: Nothing")
          .doesNotHaveDuplicates();
      button(page).click();
      assertThat(button(page)).hasText("Read this aloud");
      assertThat(spoken(page)).endsWith("-");
      button(page).click();
      page.evaluate("spoken.length = 0");
      Thumb.skips(page, 1);
      assertThat(spoken(page)).containsOnly("-");
      assertThat(button(page)).hasText("Read this aloud");
      button(page).click();
      assertThat(spoken(page).stream().filter(it -> it.contains("What helped most"))).hasSize(1);
      page.evaluate("while (speechSynthesis.pending) ends()");
      assertThat(button(page)).hasText("Read this aloud");
      Thumb.skips(page, 2);
      assertThat(button(page)).isHidden();
    }
  }

  @Test
  void whoever_leaves_in_a_hurry_is_not_heard() throws IOException {
    try (var server = new FaceServer(Thumb.form("assessment-parent"), "en");
        var person = speaking(DESK)) {
      person.route("https://www.bbc.co.uk/**", LeaveTest::never);
      var page = Thumb.opens(person, server);
      page.evaluate("arrives('British', 'en-GB', true)");
      button(page).click();
      page.evaluate("spoken.length = 0");
      page.locator("#leave a").click();
      assertThat(page.locator("body > *")).hasCount(1);
      assertThat(spoken(page)).containsOnly("-");
    }
  }

  @Test
  void another_language_has_another_voice_or_none() throws IOException {
    try (var server = new FaceServer(Thumb.form("assessment-parent"), "en");
        var person = speaking(PHONE)) {
      var page = Thumb.opens(person, server);
      page.evaluate("arrives('British', 'en-GB', true)");
      page.locator("#languages button[lang=ar]").click();
      assertThat(page.locator("html")).hasAttribute("lang", "ar");
      assertThat(button(page)).isHidden();
      page.evaluate("arrives('Maged', 'ar-001', true)");
      page.locator("[data-go=start]").click();
      RealBrowser.look(page, "aloud-ar");
      page.evaluate("spoken.length = 0");
      button(page).click();
      assertThat(spoken(page)).contains("Maged: أوافق");
    }
  }

  @Test
  void a_browser_that_cannot_speak_has_no_button() throws IOException {
    try (var server = new FaceServer(Thumb.form("assessment-parent"), "en");
        var person = browser.person(PHONE)) {
      person.addInitScript(
          "Object.defineProperty(window, 'speechSynthesis', { value: undefined });");
      var page = Thumb.opens(person, server);
      assertThat(page.locator("html")).hasClass("js");
      assertThat(button(page)).isHidden();
    }
  }

  private static Locator button(Page page) {
    return page.locator("#aloud");
  }

  @SuppressWarnings("unchecked")
  private static List<String> spoken(Page page) {
    return (List<String>) page.evaluate("spoken");
  }

  private static BrowserContext speaking(int width) {
    var person = browser.person(width);
    person.addInitScript(VOICES);
    return person;
  }
}
