package org.hearback.theme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.hearback.RealBrowser;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Themes are checked and samples coded by keys alone, each on a desk or on a phone and looked at as
 * on both; on both in the full run.
 */
class CodingWalkTest {
  @RegisterExtension static final RealBrowser browser = new RealBrowser();

  private static final String PASSWORD = "a password for tests";
  private static final String HORSES = "working-with-horses";
  private static final int COMMENTS = 10;

  private TestHouse house;
  private Feedback feedback;

  @BeforeEach
  void open() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    feedback = new Feedback(house.database());
    for (var name : List.of("ana", "ben")) {
      house
          .get(Hired.class)
          .add(
              new Staff(
                  UUID.randomUUID(), name, name, Set.of(Role.ANALYST), Set.of(), Set.of("en")),
              PASSWORD);
    }
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void comments_are_gone_through_by_one_key_each() throws Exception {
    goThrough(RealBrowser.PHONE);
  }

  @Test
  @Tag("full")
  void comments_are_gone_through_by_one_key_each_on_a_desk() throws Exception {
    goThrough(RealBrowser.DESK);
  }

  private void goThrough(int width) throws Exception {
    moreThanThereAreKeys();
    var right = said("I'm on number six now, and each of them asks the same questions again.");
    var wrong = said("Nobody listened when we said it was the bus that came late");
    var unclear = said("ok");
    house.get(IndexJob.class).run();
    try (var person = browser.person(width)) {
      var page = signedIn(person.newPage(), "ana");
      RealBrowser.tabTo(page, page.getByRole(AriaRole.LINK, named("Check themes")).first());
      page.keyboard().press("Enter");
      for (int left = 3; left > 0; left--) {
        one(page, left);
      }
      assertThat(page.locator("main")).containsText("You have been through all of them.");
      RealBrowser.lookTwice(page, "coding-done");
    }
    Assertions.assertThat(house.get(Codings.class).of(List.of(right, wrong, unclear)))
        .isEqualTo(
            Map.of(
                right, new Coding.About(List.of("change-of-worker", HORSES)),
                wrong, new Coding.About(List.of("reliability")),
                unclear, new Coding.Unclear()));
  }

  private void one(Page page, int left) {
    var words = page.locator(".office-hit__words").textContent();
    assertThat(page.locator("#keys")).isVisible();
    RealBrowser.lookTwice(page, "coding-" + left);
    var here = page.url();
    if (words.contains("six")) {
      untick(page, "change-of-worker");
      finds(page);
      page.keyboard().press("Enter");
    } else if (words.contains("bus")) {
      untick(page, "reliability");
      if (!page.locator("#theme-reliability").isChecked()) {
        page.keyboard().press(page.locator("#theme-reliability").getAttribute("data-key"));
      }
      assertThat(page.locator("input[name=about]:checked")).hasCount(1);
      page.keyboard().press("Enter");
    } else {
      page.keyboard().press("0");
    }
    page.waitForURL(url -> !url.equals(here));
  }

  /** By its name, as there is no key for it. */
  private static void finds(Page page) {
    var box = page.locator("#theme-" + HORSES);
    assertThat(box).not().hasAttribute("data-key", Pattern.compile(".*"));
    page.keyboard().press("/");
    assertThat(page.getByLabel("Find a theme by its name")).isFocused();
    page.keyboard().press("Enter");
    page.keyboard().type("hors");
    assertThat(page.getByRole(AriaRole.STATUS))
        .hasText(Pattern.compile("^2 of \\d+ themes\\. Enter ticks The café with horses\\.$"));
    assertThat(page.locator(".coding-themes [type=checkbox]:visible")).hasCount(3);
    page.keyboard().press("ArrowDown");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Enter ticks Working with horses");
    RealBrowser.lookTwice(page, "coding-find");
    page.keyboard().press("ControlOrMeta+A");
    page.keyboard().type("zebra");
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("No theme has this in its name.");
    page.keyboard().press("Enter");
    page.keyboard().press("Escape");
    assertThat(page.locator(".coding-themes [type=checkbox]:visible")).not().hasCount(1);
    page.keyboard().press("/");
    page.keyboard().type("Cafe h");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 of");
    page.keyboard().press("ArrowUp");
    page.keyboard().press("ControlOrMeta+A");
    page.keyboard().type("hors");
    page.keyboard().press("Tab");
    var hidden = page.locator(".coding-themes [data-key]:not(:visible)").first();
    var key = hidden.getAttribute("data-key");
    page.keyboard().press(key);
    assertThat(page.locator("[data-key='" + key + "']")).isVisible();
    assertThat(page.locator("[data-key='" + key + "']")).isChecked();
    page.keyboard().press(key);
    page.keyboard().press("/");
    page.keyboard().type("working");
    for (int held = 0; held < 3; held++) {
      page.keyboard().down("Enter");
    }
    page.keyboard().up("Enter");
    assertThat(box).isChecked();
    assertThat(box).isFocused();
    assertThat(page.locator("input[name=about]:checked")).hasCount(2);
  }

  /** What the book finds beside the one that is right. */
  private static void untick(Page page, String right) {
    var ticked = page.locator("input[name=about]:checked:not([value=" + right + "])");
    for (int left = ticked.count(); left > 0; left--) {
      page.keyboard().press(ticked.first().getAttribute("data-key"));
      assertThat(ticked).hasCount(left - 1);
    }
  }

  @Test
  void keys_that_are_switched_off_do_nothing_and_a_held_one_says_yes_once() throws Exception {
    said("I'm on number six now");
    said("number six again, and number seven will come");
    house.get(IndexJob.class).run();
    try (var person = browser.person(RealBrowser.DESK)) {
      var page = signedIn(person.newPage(), "ana");
      page.navigate(house.address() + "/office/coding");
      RealBrowser.tabTo(page, page.getByLabel("Use these keys"));
      page.keyboard().press("Space");
      page.locator("h1").click();
      page.keyboard().press("0");
      page.keyboard().press("a");
      assertThat(page.locator("[data-key=a]")).not().isChecked();
      page.reload();
      assertThat(page.getByLabel("Use these keys")).not().isChecked();
      RealBrowser.tabTo(page, page.getByLabel("Use these keys"));
      page.keyboard().press("Space");
      page.locator("h1").click();
      page.evaluate(
          "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', repeat: true,"
              + " bubbles: true}))");
      Assertions.assertThat(house.database().column("SELECT no FROM office.coding")).isEmpty();
      var here = page.url();
      page.keyboard().press("Enter");
      page.waitForURL(url -> !url.equals(here));
      Assertions.assertThat(house.database().column("SELECT no FROM office.coding"))
          .containsExactly("1");
    }
  }

  @Test
  void a_sample_is_drawn_coded_by_two_and_measured() throws Exception {
    for (int i = 0; i < COMMENTS; i++) {
      said("I'm on number six now, visit " + i + (i == 3 ? ". Nobody listened." : ""));
    }
    house.get(IndexJob.class).run();
    try (var desk = browser.person(RealBrowser.DESK);
        var phone = browser.person(RealBrowser.PHONE)) {
      var ana = signedIn(desk.newPage(), "ana");
      ana.navigate(house.address() + "/office/samples");
      RealBrowser.look(ana, "samples");
      type(ana, ana.getByLabel("How many comments"), "3");
      ana.keyboard().press("Enter");
      assertThat(ana.locator(".govuk-error-summary")).containsText("Draw from 10 to 500");
      RealBrowser.look(ana, "samples-wrong");
      type(ana, ana.getByLabel("How many comments"), "10");
      type(ana, ana.getByLabel("Seed"), "autumn");
      ana.keyboard().press("Enter");
      assertThat(ana.locator("h1")).hasText("Dip-sample");
      RealBrowser.look(ana, "sample-drawn");
      var sample = ana.url();
      codes(ana, "4");
      var ben = signedIn(phone.newPage(), "ben");
      ben.navigate(sample);
      RealBrowser.look(ben, "sample-second");
      codes(ben, "4");
      assertThat(ben.locator("#how")).isVisible();
      ana.reload();
      for (var page : List.of(ana, ben)) {
        RealBrowser.look(page, "sample-figures");
        page.navigate(house.address() + "/office/themes/change-of-worker");
        RealBrowser.look(page, "theme-measured");
        page.navigate(house.address() + "/office/samples");
        RealBrowser.look(page, "samples-coded");
      }
    }
  }

  @Test
  void a_sheet_is_read_from_a_file_or_comes_back_with_its_mistakes() throws Exception {
    bringSheet(RealBrowser.DESK);
  }

  @Test
  @Tag("full")
  void a_sheet_is_read_from_a_file_on_a_phone_too() throws Exception {
    bringSheet(RealBrowser.PHONE);
  }

  private void bringSheet(int width) throws Exception {
    for (int i = 0; i < COMMENTS; i++) {
      said("visit " + i);
    }
    house.get(IndexJob.class).run();
    try (var person = browser.person(width)) {
      var page = signedIn(person.newPage(), "ana");
      page.navigate(house.address() + "/office/samples");
      type(page, page.getByLabel("How many comments"), "10");
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).hasText("Dip-sample");
      RealBrowser.tabTo(page, page.getByRole(AriaRole.LINK, named("By a sheet")));
      page.keyboard().press("Enter");
      assertThat(page.getByLabel("The file with the sheet")).isVisible();
      RealBrowser.lookTwice(page, "sample-sheet");
      var file =
          page.waitForDownload(() -> {
            RealBrowser.tabTo(page, page.getByRole(AriaRole.LINK, named("Take the sheet")));
            page.keyboard().press("Enter");
          });
      page.getByLabel("The file with the sheet").setInputFiles(file.path());
      var sheet = page.getByLabel("The sheet as text");
      assertThat(sheet).hasValue(java.util.regex.Pattern.compile("^number,comment,theme_1.*"));
      sheet.fill(sheet.inputValue().replaceFirst(",,,", ",nonsense,,"));
      RealBrowser.tabTo(page, page.getByRole(AriaRole.BUTTON, named("Bring it back")));
      page.keyboard().press("Enter");
      assertThat(page.locator(".govuk-error-summary")).containsText("no theme “nonsense”");
      RealBrowser.lookTwice(page, "sample-sheet-wrong");
    }
  }

  /** Themes that an analyst has added, behind those that are shipped; they find nothing. */
  private void moreThanThereAreKeys() {
    var books = house.get(ThemeBooks.class);
    var ana = house.get(org.hearback.access.StaffList.class).bySignIn("ana").orElseThrow();
    for (var name :
        List.of("Allotments", "Boats", "Cinemas", "The café with horses", "Working with horses")) {
      var key = books.freshKey(name);
      var blank = new ThemeForm(key, Map.of("name", name)).theme(Theme.blank(key));
      books.change(blank, 0, "asked for", ana);
    }
    Assertions.assertThat(books.now().themes()).hasSizeGreaterThan(36);
  }

  private void codes(Page page, String key) {
    RealBrowser.tabTo(page, page.getByRole(AriaRole.BUTTON, named("Code it")));
    page.keyboard().press("Enter");
    for (int i = 1; i <= COMMENTS; i++) {
      assertThat(page.locator("h1")).hasText("Comment " + i + " of " + COMMENTS);
      assertThat(page.locator("#keys")).isVisible();
      if (i == 1) {
        RealBrowser.look(page, "sample-coding");
      }
      page.keyboard().press(key);
      page.keyboard().press("Enter");
    }
    assertThat(page.locator("h1")).hasText("Dip-sample");
  }

  private static void type(Page page, Locator field, String text) {
    RealBrowser.tabTo(page, field);
    page.keyboard().press("ControlOrMeta+A");
    page.keyboard().type(text);
  }

  private Page signedIn(Page page, String name) {
    page.navigate(house.address() + "/office");
    page.getByLabel("User name").fill(name);
    page.getByLabel("Password").fill(PASSWORD);
    page.locator("main button").click();
    assertThat(page.locator(".office-header__person")).isVisible();
    return page;
  }

  private UUID said(String words) throws Exception {
    return feedback.commentOf(feedback.say(words));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
