package org.hearback.answer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearback.RealBrowser.DESK;
import static org.hearback.RealBrowser.PHONE;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hearback.RealBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Out of the page in a hurry: by thumb, by key and by ear, and nothing of it stays in sight. */
class LeaveTest {
  private static final String FAR = "https://www.bbc.co.uk/weather";
  private static final String WORDS = "The aardvark was late";
  @RegisterExtension static final RealBrowser browser = new RealBrowser();

  @Test
  void while_the_other_page_is_slow_to_come_nothing_of_this_one_is_seen() throws IOException {
    try (var server = new FaceServer(Thumb.form("assessment-parent"), "ar");
        var person = browser.person(PHONE)) {
      person.route("https://www.bbc.co.uk/**", LeaveTest::never);
      var page = Thumb.opens(person, server);
      writes(page);
      page.locator("#leave a").click();
      assertThat(page.locator("body > *")).hasCount(1);
      assertThat(page.locator("[role=alert]")).hasText("جارٍ التحميل");
      assertThat(page.content()).doesNotContain("aardvark");
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target/shots/leave-gone-360.png")));
    }
  }

  @Test
  void who_goes_back_in_the_browser_finds_nothing() throws IOException {
    try (var server = new FaceServer(Thumb.form("assessment-parent"), "ar");
        var person = browser.person(PHONE)) {
      weatherFor(person);
      var page = Thumb.opens(person, server);
      writes(page);
      page.locator("#leave a").click();
      page.waitForURL(FAR);
      page.goBack();
      page.getByText("للبدء").first().waitFor();
      assertThat(page.content()).doesNotContain("aardvark").doesNotContain("<textarea");
      assertThat(page.url()).doesNotContain(FaceServer.TOKEN);
      assertThat(server.paths).noneMatch(path -> path.startsWith("POST"));
    }
  }

  @Test
  void three_times_shift_leaves_and_each_press_is_seen_and_said() throws IOException {
    try (var server = new FaceServer(Thumb.form("conference-young-person"), "en");
        var person = browser.person(DESK)) {
      weatherFor(person);
      var page = Thumb.opens(person, server);
      assertThat(page.locator("#lights")).isHidden();
      page.keyboard().press("Shift");
      assertThat(page.locator("#lights .hb-on")).hasCount(1);
      assertThat(page.locator("#said")).hasText("Shift: press it 2 more times to leave.");
      page.keyboard().press("Shift");
      assertThat(page.locator("#lights .hb-on")).hasCount(2);
      assertThat(page.locator("#said")).hasText("Shift: press it 1 more time to leave.");
      RealBrowser.look(page, "leave-lights");
      page.keyboard().press("Shift");
      page.waitForURL(FAR);
    }
  }

  @Test
  void whoever_writes_capitals_or_waits_stays() throws IOException {
    try (var server = new FaceServer(Thumb.form("conference-young-person"), "en");
        var person = browser.person(DESK)) {
      var page = person.newPage();
      page.clock().install();
      page.navigate(server.url("/" + FaceServer.TOKEN));
      Thumb.presses(page, "Start");
      Thumb.skips(page, 6);
      page.locator("textarea").focus();
      for (var letter : List.of("W", "H", "O", "M")) {
        page.keyboard().down("Shift");
        page.keyboard().press(letter);
        page.keyboard().up("Shift");
      }
      assertThat(page.locator("textarea")).hasValue("WHOM");
      assertThat(page.locator("#lights")).isHidden();
      page.keyboard().press("Shift");
      page.keyboard().press("Shift");
      page.clock().fastForward(5_100);
      assertThat(page.locator("#said")).containsText("You did not leave");
      assertThat(page.locator("#lights")).isHidden();
      page.clock().fastForward(5_100);
      assertThat(page.locator("#said")).hasText("");
      page.keyboard().press("Shift");
      page.keyboard().press("a");
      page.keyboard().press("Shift");
      page.keyboard().press("Shift");
      assertThat(page.locator("#lights .hb-on")).hasCount(2);
      assertThat(page.locator("textarea")).hasValue("WHOMa");
    }
  }

  @Test
  void the_second_stop_of_the_tab_key_leaves_too() throws IOException {
    try (var server = new FaceServer(Thumb.form("assessment-parent"), "en");
        var person = browser.person(DESK)) {
      weatherFor(person);
      var page = Thumb.opens(person, server);
      page.keyboard().press("Tab");
      assertThat(page.locator("a[href='#main']")).isFocused();
      page.keyboard().press("Tab");
      assertThat(page.locator("[data-leave]")).isFocused();
      RealBrowser.look(page, "leave-second-link");
      page.keyboard().press("Enter");
      page.waitForURL(FAR);
    }
  }

  @Test
  void without_script_it_is_a_link_on_every_page_and_promises_no_key() throws IOException {
    try (var server = new FaceServer(Thumb.form("assessment-parent"), "en");
        var person = Thumb.withoutScript(browser.person(PHONE))) {
      weatherFor(person);
      var page = person.newPage();
      for (var path : List.of("/" + FaceServer.TOKEN, "/thanks", "/code", "/spent", "/leaving")) {
        page.navigate(server.url(path));
        assertThat(page.locator("#leave a")).hasText("Emergency: Leave this page");
        assertThat(page.getByText("Shift key 3 times").locator("visible=true")).hasCount(0);
        page.locator("#leave a").click();
        page.waitForURL(FAR);
      }
    }
  }

  @Test
  void how_to_leave_is_read_without_leaving_and_without_losing_a_word() throws IOException {
    try (var server = new FaceServer(Thumb.form("assessment-parent"), "en");
        var person = browser.person(PHONE)) {
      var page = Thumb.opens(person, server);
      writes(page);
      for (int step = 0; step < 8; step++) {
        page.locator("#back").click();
      }
      page.locator("a[href='#guide']").click();
      assertThat(page.locator("#guide summary")).isFocused();
      assertThat(page.locator("#guide")).containsText("Or press the Shift key 3 times.");
      assertThat(page.locator("#guide [href='tel:08082000247']")).isVisible();
      RealBrowser.look(page, "leave-guide");
      Thumb.presses(page, "Start");
      Thumb.skips(page, 7);
      assertThat(page.locator("textarea")).hasValue(WORDS);
    }
  }

  @Test
  void professionals_are_not_told_of_it_before_they_start() throws IOException {
    try (var server = new FaceServer(Thumb.form("closure-staff"), "en");
        var person = browser.person(DESK)) {
      var page = Thumb.opens(person, server);
      assertThat(page.locator(".hb-quick")).hasCount(0);
      assertThat(page.locator("#guide")).isVisible();
    }
  }

  private static void writes(Page page) {
    page.locator("[data-go=start]").click();
    Thumb.skips(page, 7);
    page.locator("textarea").fill(WORDS);
  }

  private static void weatherFor(BrowserContext person) {
    person.route("https://www.bbc.co.uk/**", LeaveTest::sunny);
  }

  /** The browser stays where it is, as while it waits. */
  static void never(Route route) {
    route.fulfill(new Route.FulfillOptions().setStatus(204));
  }

  private static void sunny(Route route) {
    route.fulfill(
        new Route.FulfillOptions().setContentType("text/html").setBody("<title>Sun</title>"));
  }
}
