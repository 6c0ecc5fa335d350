package org.hearback;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.hearback.form.Forms;
import org.hearback.invitation.OpenLink;
import org.hearback.invitation.OpenLinks;
import org.hearback.journey.ServiceAreas;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people in a row on one tablet: the second finds nothing of the first. */
class TabletTest {
  private static final String WORDS = "The aardvark was late for our visit";

  @RegisterExtension
  private static final OneHouse ONE = new OneHouse(Map.of("hearback.http.cookie-secure", false));

  private static RealBrowser browser;
  private final TestHouse house = ONE.get();

  @BeforeAll
  static void open() {
    browser = new RealBrowser();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  void after_send_the_next_person_finds_nothing() throws Exception {
    try (var tablet = browser.person(RealBrowser.DESK)) {
      var page = start(tablet, "en");
      RealBrowser.lookTwice(page, "tablet-1-start");
      var code = answer(page);
      RealBrowser.lookTwice(page, "tablet-2-thanks");
      button(page, "I have finished").click();
      nothingIsLeft(tablet, page, code);
    }
    assertThat(house.database().column("SELECT by_open_link FROM bridge.envelope"))
        .containsExactly("1");
  }

  @Test
  void who_walks_away_after_send_is_forgotten_too() throws Exception {
    try (var tablet = browser.person(RealBrowser.DESK)) {
      var page = start(tablet, "en");
      var code = answer(page);
      page.clock().fastForward(31_000);
      nothingIsLeft(tablet, page, code);
    }
  }

  @Test
  void who_walks_away_in_the_middle_is_asked_and_then_forgotten() throws Exception {
    try (var tablet = browser.person(RealBrowser.DESK)) {
      var page = start(tablet, "en");
      writes(page);
      page.clock().fastForward(46_000);
      assertThat(page.getByText("Are you still there?")).isVisible();
      RealBrowser.lookTwice(page, "tablet-3-still");
      button(page, "I am still here").click();
      page.clock().fastForward(44_000);
      assertThat(page.locator("textarea")).hasValue(WORDS);
      page.clock().fastForward(2_000);
      assertThat(page.getByText("Are you still there?")).isVisible();
      page.clock().fastForward(16_000);
      nothingIsLeft(tablet, page, "no code");
    }
    assertThat(house.database().column("SELECT id FROM bridge.envelope")).isEmpty();
  }

  @Test
  void without_a_connection_nothing_is_lost_and_nothing_is_said_to_be_sent() throws Exception {
    try (var tablet = browser.person(RealBrowser.DESK)) {
      var page = start(tablet, "ar");
      button(page, "بدء").click();
      for (int skipped = 0; skipped < 5; skipped++) {
        button(page, "تخطي هذا السؤال").click();
      }
      page.locator("textarea").fill(WORDS);
      button(page, "متابعة").click();
      button(page, "تخطي هذا السؤال").click();
      tablet.setOffline(true);
      button(page, "إرسال").click();
      assertThat(page.locator(".hb-said[role=alert]")).containsText("لم يُرسل شيء");
      RealBrowser.look(page, "tablet-4-lost-ar");
      assertThat(page.locator("dl")).containsText(WORDS);
      tablet.setOffline(false);
      button(page, "إرسال").click();
      page.getByText("شكرًا لكم").waitFor();
    }
    assertThat(house.database().column("SELECT id FROM bridge.envelope")).hasSize(1);
  }

  @Test
  void no_link_leads_away_and_leave_begins_anew() throws Exception {
    try (var tablet = browser.person(RealBrowser.DESK)) {
      var page = start(tablet, "en");
      var before = page.url();
      page.locator("a[href^='tel:']:visible").first().click();
      writes(page);
      page.locator("#leave a").click();
      nothingIsLeft(tablet, page, "no code");
      assertThat(page.url()).isEqualTo(before);
      page.getByText("العربية").click();
      assertThat(page.locator("html")).hasAttribute("dir", "rtl");
      assertThat((int) page.evaluate("history.length")).as("of steps and languages").isEqualTo(2);
    }
  }

  private String answer(Page page) {
    writes(page);
    button(page, "Continue").click();
    button(page, "Skip this question").click();
    assertThat(page.locator("dl")).containsText(WORDS);
    button(page, "Send").click();
    page.getByText("Thank you").waitFor();
    assertThat(page.locator("main a")).hasCount(0);
    assertThat(page.locator("main")).containsText(house.address().getAuthority() + "/withdraw");
    return page.locator(".hb-code__value").innerText().strip();
  }

  private static void writes(Page page) {
    button(page, "Start").click();
    page.locator("#q-why label").first().click();
    button(page, "Continue").click();
    button(page, "Back").click();
    assertThat(page.locator("#q-why h2")).isFocused();
    for (int skipped = 0; skipped < 5; skipped++) {
      button(page, "Skip this question").click();
    }
    page.locator("textarea").fill(WORDS);
  }

  /** In the page, behind it and before it, in what is stored and in what the browser keeps. */
  private void nothingIsLeft(BrowserContext tablet, Page page, String code) throws Exception {
    assertThat(button(page, "Start")).isVisible();
    nothingIn(page, code);
    assertThat(tablet.cookies()).isEmpty();
    assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    assertThat(page.evaluate("caches.keys().then(keys => keys.length)")).isEqualTo(0);
    assertThat(page.evaluate("indexedDB.databases().then(all => all.length)")).isEqualTo(0);
    for (var way : List.of("back", "back", "forward", "forward")) {
      page.evaluate("history." + way + "()");
      page.waitForTimeout(300);
      nothingIn(page, code);
      if (page.url().startsWith("about:")) {
        page.evaluate("history.forward()");
        page.waitForURL("http://**");
      }
    }
    page.reload();
    nothingIn(page, code);
  }

  private static void nothingIn(Page page, String code) {
    assertThat(page.content()).doesNotContain("aardvark").doesNotContain(code);
    if (page.locator("textarea").count() > 0) {
      assertThat(page.locator("textarea")).hasValue("");
    }
    assertThat(page.locator("input:checked")).hasCount(0);
  }

  private Page start(BrowserContext tablet, String language) {
    house.onDuty();
    var areas = house.get(ServiceAreas.class);
    var link =
        house
            .get(OpenLinks.class)
            .make(
                OpenLink.Kind.TABLET,
                "waiting room",
                areas.council(),
                house.get(Forms.class).find("service-parent", 1).orElseThrow(),
                language);
    var page = tablet.newPage();
    page.clock().install();
    page.navigate(house.address() + "/" + link.code());
    return page;
  }

  private static com.microsoft.playwright.Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
