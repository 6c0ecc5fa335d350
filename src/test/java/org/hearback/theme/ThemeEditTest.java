package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hearback.Phone;
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
 * An analyst changes a theme in the browser, tries it before, and every comment is sorted anew: on
 * a phone, where each page is also looked at as on a desk, and in the full run on a desk too.
 */
class ThemeEditTest {
  private static final String PASSWORD = "a password for tests";
  private static final String THEME = "/office/themes/change-of-worker";

  private TestHouse house;
  private RealBrowser browser;

  @BeforeEach
  void open() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    browser = new RealBrowser();
    house
        .get(Hired.class)
        .add(
            new Staff(
                UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), Set.of(), Set.of("en")),
            PASSWORD);
    var feedback = new Feedback(house.database());
    feedback.say("A carousel, and faces behind it");
    feedback.say("The carousel at the fair was fun");
    feedback.say("I'm on number six now");
    house.get(IndexJob.class).run();
  }

  @AfterEach
  void close() {
    browser.close();
    house.close();
  }

  @Test
  void a_change_is_tried_saved_with_its_reason_and_every_comment_is_sorted_anew() throws Exception {
    walkIn(RealBrowser.PHONE);
  }

  @Test
  @Tag("full")
  void a_change_is_tried_and_saved_on_a_desk() throws Exception {
    walkIn(RealBrowser.DESK);
  }

  private void walkIn(int width) throws Exception {
    try (var person = browser.person(width)) {
      walk(person.newPage(), "carousel fun");
    }
    assertThat(house.database().column("SELECT version FROM office.theme ORDER BY version"))
        .containsExactly("1");
    assertThat(acts()).filteredOn("theme-changed"::equals).hasSize(1);
    assertThat(acts())
        .as("trying shows comments, so it is a search: one try, one search")
        .filteredOn("search"::equals)
        .hasSize(2);
  }

  private void walk(Page page, String word) {
    page.navigate(house.address() + "/office");
    page.getByLabel("User name").fill("ana");
    page.getByLabel("Password").fill(PASSWORD);
    page.locator("main button").click();
    page.navigate(house.address() + THEME);
    page.getByText("Change this theme").click();
    var queries = page.getByLabel("Queries in English");
    queries.fill(queries.inputValue() + "\n(late | \"no end");
    press(page, "Save and sort anew");
    assertThat(page.title()).startsWith("Error");
    RealBrowser.lookTwice(page, "theme-change-wrong");
    queries.fill(queries.inputValue().replace("(late | \"no end", word));
    press(page, "Try it on today");
    assertThat(page.locator("#tried").textContent()).isEqualTo("Would add 1, lose 0");
    assertThat(page.locator(".office-tried .office-hit__words").first().textContent())
        .contains("carousel");
    RealBrowser.lookTwice(page, "theme-change-tried");
    page.getByLabel("Why it is changed").fill("A word of this year");
    press(page, "Save and sort anew");
    assertThat(page.locator("table").last().textContent()).contains("A word of this year", "ana");
    assertThat(page.locator("main").textContent()).contains("sorted anew");
    house.get(IndexJob.class).run();
    page.reload();
    assertThat(page.locator("main").textContent()).doesNotContain("sorted anew");
    RealBrowser.lookTwice(page, "theme-changed");
    page.navigate(house.address() + "/office/search?words=" + Phone.encode(word));
    assertThat(page.locator(".office-hit__themes").textContent()).contains("Change of worker");
  }

  @Test
  void two_who_change_one_theme_at_once_do_not_overwrite_each_other() {
    var books = house.get(ThemeBooks.class);
    var theme = books.now().find("change-of-worker").orElseThrow();
    var ana = new Staff(UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), Set.of(), Set.of());
    assertThat(books.change(theme, 0, "first", ana)).isTrue();
    assertThat(books.change(theme, 0, "second", ana)).isFalse();
    assertThat(books.change(theme, 999_998, "far off", ana)).isFalse();
    assertThat(books.changes("change-of-worker"))
        .extracting(ThemeRow::why)
        .containsExactly("first");
  }

  @Test
  void another_node_takes_a_change_up_with_its_next_turn_and_keeps_what_was_searched()
      throws Exception {
    try (var second = TestHouse.over(house.database(), house.keyFolder())) {
      second.get(IndexJob.class).run();
      var before = second.get(ThemeBooks.class).now();
      var theme = before.find("change-of-worker").orElseThrow();
      var typed = new java.util.HashMap<>(ThemeForm.of(theme).typed());
      typed.merge("queries-en", "\nfair", String::concat);
      var form = new ThemeForm(theme.key(), typed);
      assertThat(form.wrong()).isEmpty();
      var ana =
          new Staff(UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), Set.of(), Set.of());
      house.get(ThemeBooks.class).change(form.theme(theme), 0, "the fair", ana);
      assertThat(found(second, ana)).as("until its turn").doesNotContain("change-of-worker");
      second.get(IndexJob.class).run();
      assertThat(second.get(ThemeBooks.class).now()).isNotEqualTo(before);
      assertThat(found(second, ana)).contains("change-of-worker");
    }
  }

  private static List<String> found(TestHouse node, Staff staff) {
    return node.get(Search.class)
        .search("fair", Filter.none(), Order.BEST, staff, 1)
        .hits()
        .getFirst()
        .themes();
  }

  @Test
  void what_is_shipped_comes_back_from_its_form_as_it_was() {
    for (var theme : ThemeFile.tagger().book().themes()) {
      var form = ThemeForm.of(theme);
      assertThat(form.wrong()).as(theme.key()).isEmpty();
      assertThat(form.theme(theme)).isEqualTo(theme);
    }
  }

  private List<String> acts() throws Exception {
    return house.database().column("SELECT act FROM office.audit ORDER BY no");
  }

  private static void press(Page page, String button) {
    page.locator("main button", new Page.LocatorOptions().setHasText(button)).click();
  }
}
