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
import java.io.IOException;
import java.util.Map;
import org.hearback.RealBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * From question to question: only those that fit, how much may be written, and what is forgotten.
 */
class StepsTest {
  @RegisterExtension static final RealBrowser browser = new RealBrowser();

  @Test
  void a_question_that_does_not_fit_is_neither_asked_nor_counted_nor_sent() throws IOException {
    try (var server = new FaceServer(Thumb.form("assessment-parent"), "en");
        var person = browser.person(PHONE)) {
      onlyIf(person, Map.of("child", "{\"why\":[\"agree\",\"neither\"]}"));
      var page = Thumb.opens(person, server);
      Thumb.presses(page, "Start");
      assertThat(count(page)).hasText("Question 1 of 8");
      Thumb.ticks(page, "Agree");
      Thumb.presses(page, "Continue");
      assertThat(count(page)).hasText("Question 2 of 9");
      Thumb.skips(page, 2);
      assertThat(page.locator("#q-child h2")).isFocused();
      Thumb.ticks(page, "Yes");
      Thumb.presses(page, "Continue");
      for (int back = 0; back < 4; back++) {
        page.goBack();
      }
      assertThat(page.locator("#q-why h2")).isFocused();
      Thumb.ticks(page, "Disagree");
      Thumb.presses(page, "Continue");
      Thumb.skips(page, 2);
      assertThat(page.locator("#q-next h2")).isFocused();
      assertThat(count(page)).hasText("Question 4 of 8");
      Thumb.skips(page, 5);
      assertThat(page.locator("#check")).isFocused();
      assertThat(page.locator("dl > div:visible")).hasCount(8);
      assertThat(page.locator("dl > div").nth(3)).isHidden();
      RealBrowser.look(page, "steps-check");
      Thumb.presses(page, "Send");
      page.getByText("Thank you").waitFor();
      assertThat(server.sent.getFirst().byQuestion().keySet()).containsExactly("why");
    }
  }

  @Test
  void a_change_that_opens_questions_leads_to_them_and_then_back_to_the_check() throws IOException {
    try (var server = new FaceServer(Thumb.form("assessment-parent"), "en");
        var person = browser.person(DESK)) {
      onlyIf(
          person,
          Map.of(
              "child", "{\"why\":[\"agree\"]}",
              "next", "{\"why\":[\"agree\"],\"child\":[\"yes\"]}"));
      var page = Thumb.opens(person, server);
      Thumb.presses(page, "Start");
      Thumb.ticks(page, "Disagree");
      Thumb.presses(page, "Continue");
      Thumb.skips(page, 6);
      assertThat(page.locator("#check")).isFocused();
      change(page, "I understood why");
      Thumb.ticks(page, "Agree");
      Thumb.presses(page, "Continue");
      assertThat(page.locator("#q-child h2")).isFocused();
      Thumb.ticks(page, "Yes");
      Thumb.presses(page, "Continue");
      assertThat(page.locator("#q-next h2")).isFocused();
      Thumb.ticks(page, "Agree");
      Thumb.presses(page, "Continue");
      assertThat(page.locator("#check")).isFocused();
      change(page, "I understood why");
      Thumb.ticks(page, "Disagree");
      Thumb.presses(page, "Continue");
      assertThat(page.locator("#check")).isFocused();
      assertThat(page.locator("dl > div:visible")).hasCount(7);
      change(page, "I understood why");
      Thumb.ticks(page, "Agree");
      Thumb.presses(page, "Continue");
      assertThat(page.locator("#q-child h2")).isFocused();
      assertThat(page.locator("#f-child")).isChecked();
      Thumb.presses(page, "Continue");
      Thumb.presses(page, "Continue");
      Thumb.presses(page, "Send");
      page.getByText("Thank you").waitFor();
      assertThat(server.sent.getFirst().byQuestion().keySet())
          .containsExactly("why", "child", "next");
    }
  }

  @Test
  void without_script_every_question_is_there() throws IOException {
    try (var server = new FaceServer(Thumb.form("assessment-parent"), "en");
        var person = Thumb.withoutScript(browser.person(PHONE))) {
      onlyIf(person, Map.of("child", "{\"why\":[\"agree\"]}"));
      var page = Thumb.opens(person, server);
      assertThat(page.locator(".hb-question:visible")).hasCount(9);
      assertThat(page.locator("#q-child .hb-count")).hasText("Question 4 of 9");
    }
  }

  @Test
  void what_may_still_be_written_is_seen_at_once_and_said_after_a_pause() throws IOException {
    try (var server = new FaceServer(Thumb.form("conference-young-person"), "en");
        var person = browser.person(PHONE)) {
      var page = person.newPage();
      page.clock().install();
      page.navigate(server.url("/" + FaceServer.TOKEN));
      Thumb.presses(page, "Start");
      Thumb.skips(page, 6);
      var seen = page.locator("textarea + p");
      assertThat(seen).hasText("Characters left: 1000");
      page.clock().fastForward(1_100);
      assertThat(page.locator("#said")).hasText("");
      page.locator("textarea").fill("ab😀  ");
      assertThat(seen).hasText("Characters left: 997");
      assertThat(page.locator("#said")).hasText("");
      page.clock().fastForward(1_100);
      assertThat(page.locator("#said")).hasText("Characters left: 997");
      page.locator("textarea").fill("😀".repeat(1_003));
      assertThat(seen).hasText("Characters too many: 3");
      assertThat(seen).hasClass("govuk-error-message");
      RealBrowser.look(page, "steps-count");
      Thumb.skips(page, 1);
      page.goBack();
      assertThat(seen).hasText("Characters left: 1000");
    }
  }

  @Test
  void a_page_that_comes_back_from_the_browser_has_forgotten() throws IOException {
    try (var server = new FaceServer(Thumb.form("conference-young-person"), "en");
        var person = browser.person(PHONE)) {
      var page = Thumb.opens(person, server);
      Thumb.presses(page, "Start");
      Thumb.ticks(page, "Agree");
      Thumb.presses(page, "Continue");
      Thumb.skips(page, 5);
      page.locator("textarea").fill("aardvark");
      page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
      assertThat(page.locator(".hb-now [data-go=start]")).isVisible();
      assertThat(page.locator("textarea")).hasValue("");
      assertThat(page.locator(":checked")).hasCount(0);
    }
  }

  @Test
  void a_script_that_fails_leaves_the_page_as_it_is_without() throws IOException {
    try (var server = new FaceServer(Thumb.form("conference-young-person"), "en");
        var person = browser.person(PHONE)) {
      person.addInitScript("Element.prototype.prepend = () => { throw new Error('old'); };");
      var page = Thumb.opens(person, server);
      assertThat(page.locator("html")).not().hasClass("js");
      assertThat(page.locator(".hb-question:visible")).hasCount(8);
      page.locator("#q-now").getByText("Less safe").click();
      assertThat(page.getByRole(AriaRole.BUTTON, named("Send"))).isVisible();
    }
  }

  private static Locator count(Page page) {
    return page.locator(".hb-now .hb-count");
  }

  private static void change(Page page, String question) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change: " + question))
        .click();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  /** As the server says it: which answers a question waits for. */
  private static void onlyIf(BrowserContext person, Map<String, String> conditions) {
    person.route(
        "**/" + FaceServer.TOKEN + "*",
        route -> {
          if (!route.request().method().equals("GET")) {
            route.resume();
            return;
          }
          var reply = route.fetch();
          var html = reply.text();
          for (var condition : conditions.entrySet()) {
            html =
                html.replace(
                    " id=\"q-" + condition.getKey() + "\"",
                    " id=\"q-"
                        + condition.getKey()
                        + "\" data-when='"
                        + condition.getValue()
                        + "'");
          }
          route.fulfill(new Route.FulfillOptions().setResponse(reply).setBody(html));
        });
  }
}
