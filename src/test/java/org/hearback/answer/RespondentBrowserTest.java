package org.hearback.answer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearback.RealBrowser.DESK;
import static org.hearback.RealBrowser.PHONE;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.util.List;
import org.hearback.RealBrowser;
import org.hearback.form.Answer;
import org.hearback.form.Form;
import org.hearback.form.FormFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the pages as people do; each page it shows is also read by axe and kept as a picture. */
class RespondentBrowserTest {
  @RegisterExtension static final RealBrowser browser = new RealBrowser();

  @Test
  void whoever_asks_to_be_contacted_finds_a_page_that_fits() throws Exception {
    try (var server = new FaceServer(form("assessment-parent"), "en");
        var person = browser.person(PHONE)) {
      var page = person.newPage();
      for (var language : List.of("en", "ar")) {
        for (var path :
            List.of(
                "/contact-me", "/contact-me-wrong", "/contact-me-done", "/" + FaceServer.TOKEN)) {
          page.navigate(server.url(path + "?lang=" + language));
          RealBrowser.lookTwice(page, "contact-" + path.length() + "-" + language);
          isTitled(page);
        }
      }
    }
  }

  @Test
  void a_parent_answers_in_arabic_on_a_phone_one_question_at_a_time() throws IOException {
    try (var server = new FaceServer(form("assessment-parent"), "ar");
        var context = browser.person(PHONE)) {
      var page = context.newPage();
      page.navigate(server.url("/" + FaceServer.TOKEN));
      look(page, "f5-ar-0-before");
      assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
      assertThat(page.url()).doesNotContain(FaceServer.TOKEN);
      click(page, "بدء");
      assertThat(page.locator("#q-why h2")).isFocused();
      look(page, "f5-ar-1-question");
      label(page, "أوافق").click();
      click(page, "متابعة");
      click(page, "تخطي هذا السؤال");
      click(page, "تخطي هذا السؤال");
      page.goBack();
      assertThat(page.locator("#q-facts h2")).isFocused();
      click(page, "رجوع");
      assertThat(page.locator("#q-listened h2")).isFocused();
      for (int i = 0; i < 4; i++) {
        click(page, "تخطي هذا السؤال");
      }
      assertThat(page.locator("#q-since .hb-help")).hasCount(0);
      label(page, "أسوأ").click();
      assertThat(page.locator("#q-since .hb-slot[aria-live] .hb-help")).isVisible();
      look(page, "f5-ar-2-danger");
      click(page, "متابعة");
      label(page, "مترجم شفهي").click();
      label(page, "وقت").click();
      look(page, "f5-ar-3-many");
      click(page, "متابعة");
      page.locator("textarea").fill("المترجم تأخر 40 دقيقة. Report was late 😀");
      look(page, "f5-ar-4-text");
      click(page, "متابعة");
      look(page, "f5-ar-5-helped");
      click(page, "تخطي هذا السؤال");
      assertThat(page.locator("#check")).isFocused();
      look(page, "f5-ar-6-check");
      assertThat(server.paths).noneMatch(path -> path.startsWith("POST"));
      page.locator("button[type=submit], form button:not([type])").dblclick();
      page.getByText("شكرًا لكم").waitFor();
      look(page, "f5-ar-7-thanks");
      assertThat(page.url()).doesNotContain(FaceServer.TOKEN);
      assertThat(server.sent).hasSize(1);
      var answers = server.sent.getFirst();
      assertThat(answers.to("why")).contains(new Answer.Ticks(List.of("agree")));
      assertThat(answers.to("missing")).contains(new Answer.Ticks(List.of("interpreter", "time")));
      assertThat(answers.to("listened")).isEmpty();
      page.goBack();
      page.getByText("المترجم").waitFor(hidden());
      assertThat(page.content()).doesNotContain("المترجم تأخر");
    }
  }

  @Test
  void a_young_person_answers_without_script_on_one_short_page() throws IOException {
    try (var server = new FaceServer(form("conference-young-person"), "en");
        var context = withoutScript(PHONE)) {
      var page = context.newPage();
      page.navigate(server.url("/" + FaceServer.TOKEN));
      look(page, "f3-en-noscript");
      assertThat(page.locator(".hb-help:visible")).hasCount(4);
      click(page, "Send");
      assertThat(page.locator("#summary")).isVisible();
      look(page, "f3-en-noscript-nothing");
      page.locator("#q-now").getByText("I’m not safe").click();
      page.locator("textarea").fill("x".repeat(1001));
      click(page, "Send");
      assertThat(page.locator("#summary a")).hasAttribute("href", "#f-ask");
      assertThat(page.locator("#f-now-not-safe")).isChecked();
      assertThat(page.locator("textarea")).hasValue("x".repeat(1001));
      page.locator("textarea").fill("why nobody asked me first");
      click(page, "Send");
      page.getByText("Thank you").waitFor();
      assertThat(server.sent).hasSize(1);
      assertThat(server.sent.getFirst().to("now")).contains(new Answer.Ticks(List.of("not-safe")));
    }
  }

  @Test
  void a_form_that_comes_back_shows_the_first_wrong_question_and_all_words() throws IOException {
    try (var server = new FaceServer(form("conference-young-person"), "en");
        var context = browser.person(PHONE)) {
      var page = context.newPage();
      page.navigate(server.url("/" + FaceServer.TOKEN));
      click(page, "Start");
      label(page, "Strongly agree").click();
      page.keyboard().press("Enter");
      assertThat(page.locator("#q-views h2")).isFocused();
      for (int i = 0; i < 5; i++) {
        click(page, "Skip this question");
      }
      page.locator("textarea").fill("y".repeat(1200));
      click(page, "Continue");
      click(page, "Skip this question");
      click(page, "Send");
      assertThat(page.locator("#summary")).isFocused();
      assertThat(page.locator("textarea")).hasValue("y".repeat(1200));
      look(page, "f3-en-too-long");
      page.locator("#summary a").click();
      assertThat(page.locator("textarea")).isFocused();
      page.locator("textarea").fill("short");
      click(page, "Continue");
      click(page, "Skip this question");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change: Right now"))
          .click();
      label(page, "Less safe").click();
      click(page, "Continue");
      assertThat(page.locator("#check")).isFocused();
      assertThat(page.locator("dl")).containsText("Less safe");
      look(page, "f3-en-check");
      click(page, "Send");
      page.getByText("Thank you").waitFor();
      assertThat(server.sent.getFirst().byQuestion().keySet())
          .containsExactly("explained", "now", "ask");
    }
  }

  @Test
  void links_on_the_page_still_lead_to_the_link_after_its_secret_left_the_address()
      throws IOException {
    try (var server = new FaceServer(form("assessment-parent"), "en");
        var context = browser.person(DESK)) {
      var page = context.newPage();
      page.navigate(server.url("/" + FaceServer.TOKEN));
      look(page, "f5-en-0-before");
      page.getByText("العربية").click();
      assertThat(page.locator("html")).hasAttribute("dir", "rtl");
      look(page, "f5-ar-0-before");
      page.locator(".hb-foot a").first().click();
      page.getByRole(AriaRole.HEADING, named("Stop these messages")).waitFor();
      assertThat(server.paths).contains("GET /" + FaceServer.TOKEN + "?stop&lang=ar");
      page.goBack();
      page.reload();
      page.getByRole(AriaRole.HEADING, named("للبدء، يرجى فتح الرابط الموجود في الرسالة"))
          .waitFor();
    }
  }

  @Test
  void the_whole_form_without_script_is_sound_in_arabic_on_a_desk() throws IOException {
    try (var server = new FaceServer(form("conference-young-person"), "ar");
        var context = withoutScript(DESK)) {
      var page = context.newPage();
      page.navigate(server.url("/" + FaceServer.TOKEN));
      look(page, "f3-ar-noscript");
    }
  }

  /** Ours never arrives: axe itself needs a page that can run one. */
  private static BrowserContext withoutScript(int width) {
    var person = browser.person(width);
    person.route("**/assets/*.js", Route::abort);
    return person;
  }

  private static void look(Page page, String name) {
    RealBrowser.look(page, name);
    isTitled(page);
  }

  private static void isTitled(Page page) {
    assertThat(page.title()).isIn("Tell us how it went", "أخبرونا كيف سارت الأمور");
  }

  private static Form form(String name) {
    return FormFixtures.forms().latest(name);
  }

  private static void click(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static Locator label(Page page, String text) {
    return page.locator(".hb-now").getByText(text, new Locator.GetByTextOptions().setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }
}
