package org.hearback;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Rota;
import org.hearback.access.Staff;

/** What members of staff do at a desk in {@link WholePathTest}, page by page. */
final class OfficeWalk implements AutoCloseable {
  /** What the Arabic one says, as its reader writes it. */
  private static final String IN_ENGLISH = "The interpreter came late and left early.";

  private static final String THANKED = "Thank you, [name]";

  private static final String PASSWORD = "a password for tests";

  private final BrowserContext person;
  private final Page page;

  private OfficeWalk(BrowserContext person) {
    this.person = person;
    this.page = person.newPage();
  }

  static OfficeWalk signIn(RealBrowser browser, TestHouse house, Role role) {
    var name = role.name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
    var staff =
        new Staff(
            UUID.randomUUID(), name, "Sample person", Set.of(role), Set.of(), Set.of("en", "ar"));
    house.get(Hired.class).add(staff, PASSWORD);
    if (role == Role.READER) {
      house
          .get(Rota.class)
          .put(LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC), staff);
    }
    var walk = new OfficeWalk(browser.person(RealBrowser.DESK));
    var page = walk.page;
    page.navigate(house.address() + "/office");
    if (role == Role.READER) {
      // it is the same page for all of them
      RealBrowser.lookTwice(page, "path-office-sign-in");
    }
    page.getByLabel("User name").fill(name);
    page.getByLabel("Password").fill(PASSWORD);
    walk.button("Sign in").click();
    page.getByRole(AriaRole.HEADING, named("What would you like to do?")).waitFor();
    RealBrowser.lookTwice(page, "path-office-start-" + role.name().toLowerCase(Locale.ROOT));
    return walk;
  }

  /** The flagged one stands first; what the reader says opens a concern, and a note closes it. */
  void clearTheDangerous() {
    page.getByRole(AriaRole.LINK, named("Answers to read")).first().click();
    RealBrowser.lookTwice(page, "path-clearing-queue");
    var rows = page.locator("tbody tr");
    assertThat(rows).hasCount(13);
    assertThat(rows.first()).containsText("Red");
    rows.first().getByRole(AriaRole.LINK).click();
    assertThat(page.locator("main")).containsText("He hits me");
    RealBrowser.lookTwice(page, "path-clearing-sheet-red");
    button("Clear this answer").click();
    assertThat(page.locator(".govuk-error-summary")).isVisible();
    RealBrowser.lookTwice(page, "path-clearing-sheet-error");
    page.getByLabel("Danger now or serious harm").check();
    button("Clear this answer").click();
    button("Close the concern").waitFor();
    page.getByText("All answers to read").click();
    assertThat(rows.first()).containsText("Concern open");
    RealBrowser.lookTwice(page, "path-clearing-queue-concern");
    rows.first().getByRole(AriaRole.LINK).click();
    RealBrowser.lookTwice(page, "path-clearing-concern");
    page.getByLabel("What was done").fill("Rang the duty team; a worker visits today.");
    button("Close the concern").click();
    assertThat(rows).hasCount(12);
  }

  /**
   * Tags instead of words; the words only after a click that is on the audit; one more word taken
   * out.
   */
  void clearTheArabic() {
    var words = page.locator(".sheet-words");
    var inArabic = page.locator("tbody tr").filter(with("Arabic")).getByRole(AriaRole.LINK);
    int which = 0;
    inArabic.first().click();
    while (!words.innerText().contains("[phone]")) {
      page.getByText("All answers to read").click();
      inArabic.nth(++which).click();
    }
    assertThat(words).hasAttribute("dir", "rtl");
    assertThat(words).containsText("[name]");
    assertThat(words).containsText("[phone]");
    assertThat(words).containsText("المترجم");
    assertThat(page.content()).doesNotContain("ليلى", "حداد", "900413");
    RealBrowser.lookTwice(page, "path-clearing-sheet-arabic");
    button("Show the words as written").click();
    assertThat(words).containsText("ليلى حداد");
    assertThat(words).containsText("07700 900413");
    RealBrowser.lookTwice(page, "path-clearing-sheet-raw");
    page.getByLabel("Take out more words, one on a line").fill("الياسمين");
    page.getByLabel("What it says in English").fill(IN_ENGLISH + " Ring me on 07700 900413.");
    page.getByLabel("Nobody, as far as this says").check();
    button("Clear this answer").click();
    assertThat(page.locator(".govuk-error-summary")).containsText("pointed to somebody");
    RealBrowser.lookTwice(page, "path-clearing-sheet-english");
    button("Clear this answer").click();
  }

  /** One of them here, the others over HTTP, which is the same to the service and takes a tenth. */
  void clearTheRest(int many, Desk other) throws Exception {
    int thanked = 0;
    for (var id : other.waiting()) {
      var sheet = other.get("/office/clearing/" + id).body();
      thanked += sheet.replaceAll("<[^>]*>", "").contains(THANKED) ? 1 : 0;
    }
    assertThat(thanked).isEqualTo(1);
    var words = page.locator(".sheet-words");
    page.getByText("All answers to read").click();
    var rows = page.locator("tbody tr");
    assertThat(rows).hasCount(many);
    int which = 0;
    rows.first().getByRole(AriaRole.LINK).click();
    while (!words.innerText().contains(THANKED)) {
      page.getByText("All answers to read").click();
      rows.nth(++which).getByRole(AriaRole.LINK).click();
    }
    page.getByLabel("Nobody, as far as this says").check();
    button("Clear this answer").click();
    page.getByText("All answers to read").click();
    assertThat(rows).hasCount(many - 1);
    assertThat(other.clearAll("The plan is clear now.")).isEqualTo(many - 1);
    page.reload();
    assertThat(page.locator("main")).containsText("Nothing waits");
    RealBrowser.lookTwice(page, "path-clearing-nothing");
  }

  /** What a reader wrote in English; a phrase; the label's choices; the whole answer. */
  void search() {
    page.getByRole(AriaRole.LINK, named("Search comments")).first().click();
    RealBrowser.lookTwice(page, "path-search-empty");
    look("interpreters");
    assertThat(page.locator("#found")).hasText("1 comment found");
    // The label has lost the language, so nothing marks what a reader wrote.
    assertThat(page.locator(".office-hit__english")).hasCount(0);
    assertThat(page.locator(".office-hit__words mark")).hasText("interpreter");
    assertThat(page.locator(".office-hit__words")).containsText("[phone]");
    assertThat(page.locator(".office-hit__label")).containsText("perhaps translated");
    assertThat(page.content()).doesNotContain("المترجم", "حداد", "900413", "الياسمين");
    RealBrowser.lookTwice(page, "path-search-rendered");
    look("\"talked to me like a person\"");
    assertThat(page.locator("#found")).hasText("1 comment found");
    assertThat(page.locator(".office-hit mark").first()).containsText("talked");
    assertThat(page.locator(".office-hit__words")).containsText("[name]");
    RealBrowser.lookTwice(page, "path-search-phrase");
    narrowDown();
    page.locator(".office-hit__acts a").first().click();
    page.getByRole(AriaRole.HEADING, named("One whole answer")).waitFor();
    RealBrowser.lookTwice(page, "path-search-response");
    assertThat(page.content()).doesNotContain("Bethan", "ليلى", "حداد", "900413");
  }

  private void narrowDown() {
    look("");
    assertThat(page.locator("#found")).hasText("13 comments found");
    page.getByText("Narrow it down").click();
    RealBrowser.lookTwice(page, "path-search-narrow");
    page.getByLabel("Area").selectOption("family-help-south");
    button("Search").click();
    assertThat(page.locator("#found")).hasText("No comment found");
    RealBrowser.lookTwice(page, "path-search-nothing");
    page.getByLabel("Area").selectOption("family-help-north");
    button("Search").click();
    assertThat(page.locator("#found")).hasText("13 comments found");
    RealBrowser.lookTwice(page, "path-search-all");
  }

  private void look(String words) {
    page.getByLabel("Words or a phrase").fill(words);
    button("Search").click();
    assertThat(page.locator("#found")).isVisible();
  }

  /**
   * Figures of the area; where nobody has answered, those of the area above, and the page says so.
   */
  void figures() {
    page.getByRole(AriaRole.LINK, named("Areas")).first().click();
    RealBrowser.lookTwice(page, "path-areas");
    page.getByRole(AriaRole.LINK, named("Family Help, north")).click();
    assertThat(page.locator("h1")).hasText("Family Help, north");
    RealBrowser.lookTwice(page, "path-area-north");
    var families = page.locator("section[aria-labelledby=FAMILY]");
    for (var item : List.of("listened", "respect", "plan", "better")) {
      assertThat(item + families.innerText().toLowerCase(Locale.ROOT))
          .contains("this area and quarter");
    }
    var bases = families.locator("td.govuk-table__cell--numeric:nth-of-type(3)").allInnerTexts();
    assertThat(bases).hasSizeGreaterThanOrEqualTo(4);
    assertThat(bases.stream().map(Integer::valueOf)).allMatch(base -> base >= 10);
    page.getByRole(AriaRole.LINK, named("All areas")).click();
    page.getByRole(AriaRole.LINK, named("Family Help, south")).click();
    assertThat(page.locator("main")).containsText("This figure is for Family Help, October");
    assertThat(page.locator("main")).containsText("nobody has answered here this quarter");
    RealBrowser.lookTwice(page, "path-area-south");
  }

  /** How often each act was done, and whether the record is whole. */
  void review() {
    page.getByRole(AriaRole.LINK, named("Monthly sheets")).first().click();
    RealBrowser.lookTwice(page, "path-review-months");
    page.getByRole(AriaRole.LINK, named("November 2026")).click();
    assertThat(page.locator("main")).containsText("Yes. When this page was made");
    assertThat(page.locator("tr").filter(with("Words shown as written")).locator("td").first())
        .hasText("1");
    RealBrowser.lookTwice(page, "path-review");
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Override
  public void close() {
    person.close();
  }
}
