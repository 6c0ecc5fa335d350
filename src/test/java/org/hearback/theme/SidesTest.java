package org.hearback.theme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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

/** Which way a comment says a theme: a person's word, or else how the theme is mostly said. */
class SidesTest {
  private static final String PASSWORD = "a password for tests";
  private static final String WORKER = "change-of-worker";
  private static final Staff ANA =
      new Staff(UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), Set.of(), Set.of("en"));
  private static final Staff SOUTH =
      new Staff(
          UUID.randomUUID(),
          "sue",
          "Sue",
          Set.of(Role.ANALYST),
          Set.of("family-help-south"),
          Set.of("en"));

  private TestHouse house;
  private Feedback feedback;
  private RealBrowser browser;

  @BeforeEach
  void open() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    browser = new RealBrowser();
    feedback = new Feedback(house.database());
    house.get(Hired.class).add(ANA, PASSWORD);
  }

  @AfterEach
  void close() {
    browser.close();
    house.close();
  }

  @Test
  void a_person_says_it_by_one_key_and_it_is_shown_and_counted() throws Exception {
    walkIn(RealBrowser.PHONE);
  }

  @Test
  @Tag("full")
  void a_person_says_it_on_a_desk() throws Exception {
    walkIn(RealBrowser.DESK);
  }

  private void walkIn(int width) throws Exception {
    var comment = said("I'm on number six now, at " + width);
    house.get(IndexJob.class).run();
    try (var person = browser.person(width)) {
      walk(person.newPage(), comment);
    }
    assertThat(
            house.database().column("SELECT CONCAT(themes, sides) FROM office.coding ORDER BY no"))
        .containsExactly(WORKER + " money+-");
    assertThat(house.get(Search.class).sides(WORKER, ANA))
        .isEqualTo(Map.of(Side.MINUS, 0, Side.NEITHER, 0, Side.PLUS, 1));
    assertThat(house.get(Search.class).sides(WORKER, SOUTH))
        .as("nothing of other areas")
        .isEqualTo(Map.of(Side.MINUS, 0, Side.NEITHER, 0, Side.PLUS, 0));
  }

  private void walk(Page page, UUID comment) {
    page.navigate(house.address() + "/office");
    page.getByLabel("User name").fill("ana");
    page.getByLabel("Password").fill(PASSWORD);
    page.locator("main button").click();
    page.navigate(house.address() + "/office/coding");
    var worker = page.locator("#side-" + WORKER);
    var money = page.locator("#side-money");
    assertThat(worker).isVisible();
    assertThat(money).isHidden();
    page.keyboard().press("+");
    assertThat(worker).hasValue("+");
    page.keyboard().press("+");
    assertThat(worker).hasValue("");
    page.keyboard().press("=");
    assertThat(worker).hasValue("0");
    page.keyboard().press("+");
    page.keyboard().press(page.locator("#theme-money").getAttribute("data-key"));
    assertThat(money).isVisible();
    page.keyboard().press("-");
    assertThat(money).hasValue("-");
    assertThat(worker).hasValue("+");
    RealBrowser.lookTwice(page, "coding-sides");
    var here = page.url();
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.equals(here));
    house.get(IndexJob.class).run();
    page.navigate(house.address() + "/office/search?words=six");
    assertThat(page.locator(".office-hit__themes").first())
        .containsText("+, went well, says a person");
    RealBrowser.lookTwice(page, "search-sides");
    page.navigate(house.address() + "/office/coding/" + comment);
    assertThat(page.locator("main")).containsText("Change of worker (went well)");
    assertThat(page.locator("#side-" + WORKER)).hasValue("+");
    page.navigate(house.address() + "/office/themes/money");
    assertThat(page.locator("main")).containsText("Where people said which way");
    RealBrowser.lookTwice(page, "theme-sides");
  }

  @Test
  void where_nobody_said_so_it_is_how_the_theme_is_mostly_said_and_named_as_that()
      throws Exception {
    var wording = house.get(Wording.class);
    var books = house.get(ThemeBooks.class);
    assertThat(wording.side(WORKER, Optional.empty(), Optional.empty()))
        .as("as it is shipped, either way")
        .isEmpty();
    var theme = books.now().find(WORKER).orElseThrow();
    var typed = new HashMap<>(ThemeForm.of(theme).typed());
    typed.put("polarity", "MOSTLY_MINUS");
    books.change(new ThemeForm(WORKER, typed).theme(theme), 0, "it is blame", ANA);
    assertThat(wording.side(WORKER, Optional.empty(), Optional.empty()))
        .hasValue(new Wording.Signed("usually −", "mostly went wrong"));
    assertThat(wording.side(WORKER, Optional.of(Side.PLUS), Optional.empty()))
        .hasValue(new Wording.Signed("+", "went well, says a person"));
    said("I'm on number six now");
    house.get(IndexJob.class).run();
    assertThat(hit().sides()).as("a guess is never stored as somebody's word").isEmpty();
    assertThat(house.get(Search.class).sides(WORKER, ANA).get(Side.MINUS)).isZero();
  }

  @Test
  void the_newest_word_counts_and_what_is_out_of_use_takes_its_side_along() throws Exception {
    var comment = said("I'm on number six now");
    var codings = house.get(Codings.class);
    codings.say(
        comment,
        new Coding.About(List.of("money", WORKER), Map.of("money", Side.MINUS, WORKER, Side.PLUS)),
        ANA);
    house.get(IndexJob.class).run();
    assertThat(hit().sides()).isEqualTo(Map.of("money", Side.MINUS, WORKER, Side.PLUS));
    var books = house.get(ThemeBooks.class);
    books.takeOut(books.now().find("money").orElseThrow(), 0, "not now", ANA);
    house.get(IndexJob.class).run();
    assertThat(hit().sides()).isEqualTo(Map.of(WORKER, Side.PLUS));
    codings.say(comment, new Coding.About(List.of(WORKER)), ANA);
    house.get(IndexJob.class).run();
    assertThat(hit().themes()).containsExactly(WORKER);
    assertThat(hit().sides()).isEmpty();
  }

  @Test
  void it_comes_back_from_its_columns_as_it_was() {
    for (var coding :
        List.of(
            new Coding.Unclear(),
            new Coding.About(List.of()),
            new Coding.About(List.of("a1", "b2")),
            new Coding.About(List.of("a1", "b2", "c3"), Map.of("b2", Side.NEITHER)),
            new Coding.About(List.of("a1"), Map.of("a1", Side.MINUS)))) {
      assertThat(Coding.stored(coding.said(), coding.inOneLine(), coding.signs()))
          .isEqualTo(coding);
      assertThat(coding.signs()).hasSizeLessThanOrEqualTo(Coding.MOST);
    }
    var form = CodingForm.read("about=money&about=health&side-money=%2B&side-health=x&side-food=-");
    assertThat(form.sides(form.ticked())).isEqualTo(Map.of("money", Side.PLUS));
  }

  private Found.Hit hit() {
    return house
        .get(Search.class)
        .search("six", Filter.none(), Order.BEST, ANA, 1)
        .hits()
        .getFirst();
  }

  private UUID said(String words) throws Exception {
    return feedback.commentOf(feedback.say(words));
  }
}
