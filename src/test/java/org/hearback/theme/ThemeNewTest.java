package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/**
 * An analyst adds a theme to the book in the browser, and takes one out of use: on a phone, where
 * each page is also looked at as on a desk, and in the full run on a desk too.
 */
class ThemeNewTest {
  private static final String PASSWORD = "a password for tests";
  private static final String THEMES = "/office/themes";
  private static final Staff ANA =
      new Staff(UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), Set.of(), Set.of("en"));

  private TestHouse house;
  private RealBrowser browser;
  private UUID fair;

  @BeforeEach
  void open() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    browser = new RealBrowser();
    house.get(Hired.class).add(ANA, PASSWORD);
    var feedback = new Feedback(house.database());
    feedback.say("The carousel at the fair was fun");
    fair = UUID.fromString(house.database().column("SELECT id FROM feedback.comment").getFirst());
    feedback.say("A carousel in the rain");
    feedback.say("I'm on number six now");
    house.get(IndexJob.class).run();
  }

  @AfterEach
  void close() {
    browser.close();
    house.close();
  }

  @Test
  void a_theme_is_tried_added_and_taken_out_of_use_and_comments_are_sorted_by_it_meanwhile()
      throws Exception {
    walkIn(RealBrowser.PHONE, "Wyjścia & fun", "wyjscia-fun");
  }

  @Test
  @Tag("full")
  void a_theme_is_added_and_taken_out_of_use_on_a_desk() throws Exception {
    walkIn(RealBrowser.DESK, "Days out & fun", "days-out-fun");
  }

  private void walkIn(int width, String name, String key) throws Exception {
    try (var person = browser.person(width)) {
      walk(person.newPage(), name);
    }
    assertThat(
            house
                .database()
                .column(
                    "SELECT CONCAT(theme, ' ', version, ' ', in_use) FROM office.theme"
                        + " ORDER BY theme, version"))
        .containsExactly(key + " 1 1", key + " 2 0");
    assertThat(house.database().column("SELECT act FROM office.audit WHERE act LIKE 'theme%'"))
        .containsExactlyInAnyOrder("theme-added", "theme-taken-out");
  }

  private void walk(Page page, String name) {
    page.navigate(house.address() + "/office");
    page.getByLabel("User name").fill("ana");
    page.getByLabel("Password").fill(PASSWORD);
    page.locator("main button").click();
    page.navigate(house.address() + THEMES);
    page.getByText("Add a theme").click();
    page.getByLabel("Name").fill("Change of Worker");
    press(page, "Save and sort anew");
    assertThat(page.locator(".govuk-error-summary").textContent())
        .contains("There is a theme of this name already", "Write what the theme is about")
        .contains("Write one query in English, or more", "Write why");
    RealBrowser.lookTwice(page, "theme-new-wrong");
    page.getByLabel("Name").fill(name);
    page.getByLabel("What it is about, in one sentence").fill("What children do when out.");
    page.getByLabel("What counts").fill("A trip");
    page.getByLabel("How people mostly say it").selectOption("MOSTLY_PLUS");
    page.getByLabel("Early help and family hubs").check();
    page.getByLabel("Queries in English").fill("carousel\nfair");
    page.getByLabel("What people say in English").fill("We went to the fair");
    press(page, "Try it on today");
    assertThat(page.locator("#tried").textContent()).isEqualTo("Would add 2");
    assertThat(page.locator(".office-tried .office-hit__words").first().textContent())
        .contains("carousel");
    RealBrowser.lookTwice(page, "theme-new-tried");
    page.getByLabel("Why it is added").fill("Many say it this year");
    press(page, "Save and sort anew");
    assertThat(page.locator("h1").textContent()).isEqualTo(name);
    assertThat(page.locator("main").textContent())
        .contains("when something went well", "Early help and family hubs", "A trip", "fair")
        .contains("Many say it this year", "sorted anew");
    house.get(IndexJob.class).run();
    page.reload();
    assertThat(page.locator("main").textContent()).contains("Read the 2 comments");
    RealBrowser.lookTwice(page, "theme-new");

    page.getByText("Take it out of use").click();
    press(page, "Take it out");
    assertThat(page.title()).startsWith("Error");
    page.getByLabel("Why it is not needed any more").fill("Only this once");
    RealBrowser.lookTwice(page, "theme-end");
    press(page, "Take it out");
    house.get(IndexJob.class).run();
    page.reload();
    assertThat(page.locator("main").textContent())
        .contains("It is out of use", "Only this once", "Many say it this year", "Use it again")
        .doesNotContain("Read the", "sorted anew");
    RealBrowser.lookTwice(page, "theme-out");
    page.navigate(house.address() + THEMES);
    assertThat(page.locator(".office-themes").textContent()).doesNotContain(name);
    assertThat(page.locator("main").textContent()).contains("Out of use").contains(name);
    RealBrowser.lookTwice(page, "themes-with-former");
    page.navigate(house.address() + "/office/search?words=carousel");
    assertThat(page.locator("main").textContent()).contains("2 comments").doesNotContain(name);
  }

  @Test
  void a_key_is_never_given_twice_also_not_of_a_theme_that_is_gone() throws Exception {
    var books = house.get(ThemeBooks.class);
    var key = books.freshKey("Days out");
    assertThat(key).isEqualTo("days-out");
    assertThat(books.change(theme(key, "Days out"), 0, "why", ANA)).isTrue();
    assertThat(books.change(theme(key, "Days out"), 0, "both at once", ANA))
        .as("two who add one at once")
        .isFalse();
    assertThat(books.takeOut(theme(key, "Days out"), 0, "why", ANA))
        .as("who has not seen the newest version")
        .isFalse();
    assertThat(books.takeOut(theme(key, "Days out"), 1, "why", ANA)).isTrue();
    assertThat(books.now().find(key)).isEmpty();
    assertThat(books.freshKey("Days out")).isEqualTo("days-out-2");
    assertThat(books.freshKey("Listened to")).as("shipped").isEqualTo("listened-to-2");
    assertThat(books.freshKey("New")).as("a page has it").isEqualTo("new-2");

    house.get(Codings.class).say(fair, new Coding.About(List.of("money", "of-an-older-book")), ANA);
    assertThat(books.freshKey("Of an older book")).isEqualTo("of-an-older-book-2");
    assertThat(books.freshKey("Older book")).isEqualTo("older-book");

    assertThat(books.change(theme(key, "Days out"), 2, "needed again", ANA)).isTrue();
    assertThat(books.now().find(key)).isPresent();
    assertThat(books.changes(key)).extracting(ThemeRow::version).containsExactly(3, 2, 1);
  }

  @Test
  void a_theme_that_is_out_of_use_leaves_what_people_said_of_comments_too() throws Exception {
    var books = house.get(ThemeBooks.class);
    books.change(theme("days-out", "Days out"), 0, "why", ANA);
    house.get(Codings.class).say(fair, new Coding.About(List.of("days-out", "money")), ANA);
    house.get(IndexJob.class).run();
    assertThat(themes("fair")).containsExactly("days-out", "money");
    books.takeOut(theme("days-out", "Days out"), 1, "why", ANA);
    house.get(IndexJob.class).run();
    assertThat(themes("fair")).containsExactly("money");
    assertThat(house.database().column("SELECT themes FROM office.coding"))
        .as("what was said stays as it was said")
        .containsExactly("days-out money");
    var money = books.now().find("money").orElseThrow();
    books.takeOut(money, 0, "why", ANA);
    house.get(IndexJob.class).run();
    assertThat(themes("fair")).doesNotContain("days-out", "money");
    assertThat(house.get(CommentIds.class).uncoded(Filter.none(), ANA, Optional.empty()))
        .as("nothing is left of it: it is one to look at again")
        .contains(fair);
  }

  private List<String> themes(String word) {
    return house
        .get(Search.class)
        .search(word, Filter.none(), Order.BEST, ANA, 1)
        .hits()
        .getFirst()
        .themes();
  }

  @Test
  void keys_are_small_letters_and_lines_of_any_name() {
    var keys = new HashMap<String, String>();
    for (var name :
        List.of(
            "Child's part in decisions",
            "Été",
            "  7 days, 24 hours ",
            "ثيم",
            "A",
            "An endless name that goes on and on and on and on",
            "-- --")) {
      keys.put(name, ThemeKey.of(name, _ -> false));
    }
    assertThat(keys)
        .isEqualTo(
            Map.of(
                "Child's part in decisions",
                "child-s-part-in-decisions",
                "Été",
                "ete",
                "  7 days, 24 hours ",
                "days-24-hours",
                "ثيم",
                "theme",
                "A",
                "theme",
                "An endless name that goes on and on and on and on",
                "an-endless-name-that-goes-on-and-on",
                "-- --",
                "theme"));
    assertThat(ThemeKey.of("ثيم", Set.of("theme", "theme-2")::contains)).isEqualTo("theme-3");
  }

  @Test
  void somebody_who_is_no_analyst_does_not_get_there() {
    house
        .get(Hired.class)
        .add(
            new Staff(UUID.randomUUID(), "rea", "Rea", Set.of(Role.READER), Set.of(), Set.of("en")),
            PASSWORD);
    try (var person = browser.person(RealBrowser.DESK)) {
      var page = person.newPage();
      page.navigate(house.address() + "/office");
      page.getByLabel("User name").fill("rea");
      page.getByLabel("Password").fill(PASSWORD);
      page.locator("main button").click();
      for (var path : List.of("/new", "/money/end", "/money/change")) {
        assertThat(page.navigate(house.address() + THEMES + path).status()).as(path).isEqualTo(403);
      }
    }
  }

  private static Theme theme(String key, String name) {
    return new Theme(
        key,
        name,
        "About it.",
        List.of(),
        List.of(),
        List.of(),
        Theme.Polarity.EITHER,
        List.of(),
        Map.of("en", List.of("fair")),
        Map.of());
  }

  private static void press(Page page, String button) {
    page.locator("main button", new Page.LocatorOptions().setHasText(button)).click();
  }
}
