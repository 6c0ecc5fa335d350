package org.hearback;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The five minutes of a newcomer, click by click, on a try-out that runs as a process of its own:
 * be each person once, let time pass, and find one's own answer in the reading room and, in the
 * full run, in a published figure: the weeks to it take a minute. Everything is reached from the
 * start page by what stands there.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FiveMinutesTest {
  private static final Duration MOVES_IN = Duration.ofMinutes(4);
  private static final int FORTNIGHTS_MOST = 12; // which ten of more lose their way back is chance
  private static final String WORDS = "The cooker worked wonders, and so did the periwinkle cup.";

  private static Launched service;
  private static RealBrowser browser;

  @BeforeAll
  static void start_with_nothing_configured() throws Exception {
    assertThat(TestDatabase.shared().server().process().isAlive())
        .isTrue(); // unpacked once for all
    var folder = Files.createDirectories(Path.of("target/five").toAbsolutePath());
    service =
        Launched.forLong(
                Map.of(
                    "hearback.var", Files.createTempDirectory(folder, "var").toString(),
                    "hearback.var.base", Path.of("target/mariadb/base").toAbsolutePath().toString(),
                    "hearback.sample.weeks", RealBrowser.FULL ? "12" : "8",
                    // what the words mean is read into the index in the full run alone
                    "hearback.index.meaning", Boolean.toString(RealBrowser.FULL)))
            .up();
    browser = new RealBrowser();
    long until = System.nanoTime() + MOVES_IN.toNanos();
    while (service.get("/tryout").body().contains("<progress")) {
      assertThat(System.nanoTime()).as("the council moves in").isLessThan(until);
      Thread.sleep(250);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    browser.close();
    service.stop();
  }

  @Test
  @Order(2)
  @Tag("everyday")
  void an_answer_is_given_read_delinked_and_found() {
    givenReadAndFound(_ -> {});
  }

  @Test
  @Order(2)
  @Tag("full")
  void an_answer_is_given_read_delinked_found_and_counted() {
    givenReadAndFound(page -> {
      pass(page, "Until the next figures");
      RealBrowser.look(page, "guide-passed-until");
      assertThat(answers(page)).as("answers behind published figures").isGreaterThan(0);
    });
  }

  private static void givenReadAndFound(Consumer<Page> then) {
    try (var phone = browser.person(RealBrowser.PHONE);
        var desk = browser.person(RealBrowser.DESK)) {
      answer(start(phone.newPage()), "be a parent in English", WORDS);
      var page = desk.newPage();
      read(page);
      int found = found(page);
      assertThat(found).as("before two weeks are over").isZero();
      for (int fortnight = 0; fortnight < FORTNIGHTS_MOST && found == 0; fortnight++) {
        pass(page, "Two weeks later");
        if (fortnight == 0) {
          RealBrowser.look(page, "guide-passed-two");
        }
        found = found(page);
      }
      assertThat(found).isEqualTo(1);
      assertThat(page.locator(".office-hit__words")).containsText("periwinkle");
      then.accept(page);
    }
  }

  /**
   * First: the council is the same each time it moves in, and no more once a visitor let time pass.
   */
  @Test
  @Order(1)
  void every_guided_path_is_three_steps_and_fits_a_phone_and_a_desk() {
    try (var person = browser.person(RealBrowser.PHONE)) {
      var page = start(person.newPage());
      RealBrowser.lookTwice(page, "guide-start");
      assertThat(page.locator(".office-guide")).hasCount(6);
      for (var guide : page.locator(".office-guide").all()) {
        assertThat(guide.locator("ol > li")).hasCount(3);
      }
      link(page, "Open the link", 0).click();
      assertThat(page.locator("main").innerText())
          .as("a form opens, of a link that nobody has used")
          .contains("8 short questions");
      RealBrowser.lookTwice(page, "guide-young-person");
      page = start(page);
      link(page, "Open the link", 1).click();
      assertThat(page.locator("html")).hasAttribute("dir", "rtl");
      RealBrowser.lookTwice(page, "guide-parent-arabic");
      page = start(page);
      link(page, "the messages as they arrived", 0).click();
      assertThat(page.locator(".office-phone").first()).isVisible();
      signIn(page, "reader");
      link(page, "Answers to read", 0).click();
      RealBrowser.lookTwice(page, "guide-reader");
      signIn(page, "lead");
      link(page, "Rota", 0).click();
      assertThat(page.locator("caption").first()).containsText("Week of");
      RealBrowser.lookTwice(page, "guide-lead");
      signIn(page, "analyst");
      // Everything: which of few weeks' answers are de-linked already is a matter of chance.
      search(page, "");
      assertThat(page.locator(".office-hit").first()).isVisible();
      RealBrowser.lookTwice(page, "guide-analyst");
      signIn(page, "manager");
      link(start(page), "Family Help, south", 0).click();
      assertThat(page.locator("h1")).hasText("Family Help, south");
      RealBrowser.lookTwice(page, "guide-manager");
      link(start(page), "The clock of this council", 0).click();
      RealBrowser.lookTwice(page, "guide-time");
    }
  }

  /** Skips to the free text, says something, looks it over, sends. */
  private static void answer(Page page, String link, String words) {
    link(page, link, 0).click();
    button(page, "Start").click();
    while (!page.locator("textarea").isVisible()) {
      button(page, "Skip this question").click();
    }
    page.locator("textarea").fill(words);
    button(page, "Continue").click();
    button(page, "Skip this question").click();
    button(page, "Send").click();
    assertThat(page.locator(".hb-code__value")).isVisible();
    RealBrowser.look(page, "guide-thanks");
  }

  /** The reader finds the answer among those that wait, and clears it. */
  private static void read(Page page) {
    signIn(page, "reader");
    link(page, "Answers to read", 0).click();
    // It is opened for the readers within a quarter of a minute.
    for (int row = 0; !page.content().contains("periwinkle"); row++) {
      page.navigate(service.address() + "/office/clearing");
      var rows = page.locator("tbody tr a");
      if (row >= rows.count()) {
        page.waitForTimeout(1000);
        row = -1;
        continue;
      }
      rows.nth(row).click();
    }
    RealBrowser.look(page, "guide-reader-sheet");
    page.getByLabel("Nobody, as far as this says").check();
    var sheet = page.url();
    button(page, "Clear this answer").click();
    page.waitForURL(url -> !url.equals(sheet) && !url.endsWith("/next"));
  }

  private static void pass(Page page, String step) {
    link(start(page), "The clock of this council", 0).click();
    button(page, step).click();
    assertThat(page.locator(".office-passed")).isVisible();
  }

  private static int found(Page page) {
    signIn(page, "analyst");
    search(page, "periwinkle");
    return page.locator(".office-hit").count();
  }

  private static void search(Page page, String words) {
    link(page, "Search comments", 0).click();
    page.getByLabel("Words or a phrase").fill(words);
    button(page, "Search").click();
    assertThat(page.locator("#found")).isVisible();
  }

  /** How many answers stand behind the figures of families in the whole council, added up. */
  private static long answers(Page page) {
    signIn(page, "manager");
    link(page, "Areas", 0).click();
    link(page, "Westhaven Council", 0).click();
    RealBrowser.look(page, "guide-figures");
    return page.locator("td.govuk-table__cell--numeric").allInnerTexts().stream()
        .filter(text -> text.strip().matches("\\d+"))
        .mapToLong(text -> Long.parseLong(text.strip()))
        .sum();
  }

  private static void signIn(Page page, String who) {
    button(start(page), "Sign in as the " + who).click();
    page.getByRole(AriaRole.HEADING, named("What would you like to do?")).waitFor();
  }

  private static Page start(Page page) {
    page.setDefaultTimeout(60_000); // weeks pass in one request
    page.navigate(service.address() + "/");
    assertThat(page.locator("h1")).hasText("Hearback, to try out");
    return page;
  }

  private static Locator link(Page page, String name, int which) {
    return page.getByRole(AriaRole.LINK, named(name)).nth(which);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
