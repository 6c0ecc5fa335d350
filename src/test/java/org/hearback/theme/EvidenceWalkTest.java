package org.hearback.theme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.hearback.OnTestDatabase;
import org.hearback.Pdf;
import org.hearback.RealBrowser;
import org.hearback.TestDatabase;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.reporting.ReleaseJob;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a blank search to a sheet on paper, by an analyst who uses the keys alone. */
@MicronautTest(transactional = false)
class EvidenceWalkTest implements OnTestDatabase {
  private static final String PASSWORD = "a password for tests";
  private static final String AREA = "family-help-north";

  private final TestDatabase database = TestDatabase.shared();
  @Inject EmbeddedServer server;
  @Inject Hired users;
  @Inject IndexJob index;
  @Inject ReleaseJob releases;

  @Test
  void a_theme_is_found_quoted_checked_and_printed_by_keys_alone() throws Exception {
    walkIn(RealBrowser.PHONE);
  }

  @Test
  @Tag("full")
  void the_same_way_is_gone_on_a_desk() throws Exception {
    walkIn(RealBrowser.DESK);
  }

  private void walkIn(int width) throws Exception {
    fill();
    try (var browser = new RealBrowser();
        var analyst = browser.person(width);
        var reader = browser.person(width)) {
      var page = signedIn(analyst.newPage(), "ana");
      picks(page);
      var second = signedIn(reader.newPage(), "rea");
      checks(second);
      prints(page);
      moreQuotes();
      leafs(second);
      chooses(page);
    }
  }

  private void picks(Page page) {
    follow(page, "Search comments");
    RealBrowser.tabTo(page, page.getByLabel("Words or a phrase"));
    page.keyboard().type("interpreter");
    page.keyboard().press("Enter");
    assertThat(page.locator("#found")).isVisible();
    RealBrowser.tabTo(page, page.getByRole(AriaRole.LINK, named("Quote this")).first());
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("Quote this comment");
    RealBrowser.lookTwice(page, "quote-new");
    RealBrowser.tabTo(page, page.getByLabel("What is printed"));
    page.keyboard().press("ControlOrMeta+A");
    page.keyboard().type("Say that Jayden said so");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator(".govuk-error-summary")).isVisible();
    RealBrowser.lookTwice(page, "quote-new-wrong");
    RealBrowser.tabTo(page, page.getByLabel("What is printed"));
    page.keyboard().press("ControlOrMeta+A");
    page.keyboard().type("The interpreter never came");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("Quotes");
    assertThat(page.getByText("You picked it")).isVisible();
    RealBrowser.lookTwice(page, "quotes-mine");
    follow(page, "Back to the results");
    assertThat(page.locator("#found")).hasText("2 comments found");
    assertThat(page.getByLabel("Words or a phrase")).hasValue("interpreter");
  }

  private void checks(Page page) {
    follow(page, "Quotes");
    assertThat(page.locator("h1")).hasText("Quotes");
    RealBrowser.lookTwice(page, "quotes-check");
    RealBrowser.tabTo(page, page.getByRole(AriaRole.BUTTON, named("it may be printed")));
    page.keyboard().press("Enter");
    assertThat(page.locator("#checked")).isVisible();
    RealBrowser.lookTwice(page, "quotes-checked");
  }

  /** Narrowed in the form, and on by the links that stand on the pages. */
  private void prints(Page page) throws Exception {
    follow(page, "Search comments");
    assertThat(page.locator("h1")).hasText("Search comments");
    RealBrowser.tabTo(page, page.getByLabel("Words or a phrase"));
    page.keyboard().type("interpreter");
    RealBrowser.tabTo(page, page.locator("summary:has-text('Narrow it down')"));
    page.keyboard().press("Enter");
    var area = page.locator("#area");
    RealBrowser.tabTo(page, area);
    page.keyboard().type("Family Help, n");
    assertThat(area).hasValue(AREA);
    press(page, "Search");
    assertThat(page.locator("#found")).hasText("2 comments found");
    assertThat(area).hasValue(AREA);
    follow(page, "Evidence sheet of Family Help, north");
    assertThat(page.locator("h1")).hasText("What people say: Family Help, north");
    assertThat(page.locator("blockquote")).containsText("“The interpreter never came”");
    assertThat(page.getByText("Listened to", new Page.GetByTextOptions().setExact(true)))
        .isVisible();
    RealBrowser.lookTwice(page, "evidence");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".office-header")).isHidden();
    assertThat(page.locator("blockquote")).isVisible();
    RealBrowser.lookTwice(page, "evidence-paper");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    Assertions.assertThat(Pdf.text(file(page)))
        .contains("What people say: Family Help, north", "“The interpreter never came”")
        .contains("Checked by Rea Der", "Listened to");
    follow(page, "Search comments");
    press(page, "Search");
    follow(page, "Evidence sheet of Westhaven");
    assertThat(page.locator("#reach")).isVisible();
    assertThat(page.getByText("30 of 85 (35 %)").first()).isVisible();
    RealBrowser.lookTwice(page, "evidence-council");
  }

  /** Through pages of quotes, some of which are for somebody who reads their language. */
  private void leafs(Page page) {
    follow(page, "Quotes");
    assertThat(page.getByText("somebody who reads Arabic has to check it").first()).isVisible();
    assertThat(page.getByText("On no evidence sheet of today").first()).isVisible();
    RealBrowser.lookTwice(page, "quotes-many");
    follow(page, "Next page");
    assertThat(page.getByText("Page 2 of 2")).isVisible();
    RealBrowser.lookTwice(page, "quotes-page-2");
  }

  /** There are more than a sheet holds. */
  private void chooses(Page page) throws Exception {
    page.navigate(server.getURI() + "/office/evidence/" + AREA);
    assertThat(page.locator("blockquote")).hasCount(10);
    RealBrowser.tabTo(page, page.locator("summary:has-text('Choose the quotes')"));
    page.keyboard().press("Enter");
    assertThat(page.getByLabel("Quoted 3")).isVisible();
    RealBrowser.lookTwice(page, "evidence-choice");
    var ticked = page.locator("[name=quote]:checked");
    for (int left = ticked.count(); left > 0; left--) {
      ticked.first().uncheck();
    }
    for (var words : List.of("Quoted 3", "Quoted 7")) {
      page.getByLabel(words).focus();
      page.keyboard().press("Space");
    }
    press(page, "Show the sheet with these");
    assertThat(page.locator("blockquote")).hasCount(2);
    assertThat(page.getByText("11 more may be printed and are left out")).isVisible();
    assertThat(page.getByText("2 quotes that may be printed are left out")).isVisible();
    RealBrowser.lookTwice(page, "evidence-chosen");
    Assertions.assertThat(Pdf.text(file(page)))
        .contains("“Quoted 3”", "“Quoted 7”", "2 quotes that may be printed are left out")
        .doesNotContain("interpreter");
  }

  private void moreQuotes() throws Exception {
    var feedback = new Feedback(database);
    var at = Feedback.At.usual().period("2026-08");
    for (int number = 0; number < 14; number++) {
      quoted(feedback.say("Quoted " + number, number < 2 ? at.period("2026-11") : at), "checked");
    }
    for (int number = 0; number < 10; number++) {
      quoted(feedback.say("لم يسألني أحد " + number, at.language("ar")), "waiting");
    }
  }

  private void quoted(UUID response, String verdict) throws Exception {
    database.execute(
        """
        INSERT INTO feedback.quote
          (id, quoted, response, wording, manner, verdict, picked_by, checked_by)
        SELECT UUID(), id, response, words, 'words', '%s', 'ben', 'rea'
          FROM feedback.comment WHERE response = '%s'
        """
            .formatted(verdict, response));
  }

  /** What the link gives: a file that is tagged, and faultless for people who do not see it. */
  private static byte[] file(Page page) throws Exception {
    // a link that is drawn as a button, and says so
    var download = page.waitForDownload(() -> press(page, "Download as PDF"));
    Assertions.assertThat(download.suggestedFilename())
        .startsWith("evidence-" + AREA)
        .endsWith(".pdf");
    var pdf = Files.readAllBytes(download.path());
    Assertions.assertThat(Pdf.faults(pdf)).isEmpty();
    return pdf;
  }

  private static void follow(Page page, String link) {
    RealBrowser.tabTo(page, page.getByRole(AriaRole.LINK, named(link)).first());
    page.keyboard().press("Enter");
  }

  private static void press(Page page, String button) {
    RealBrowser.tabTo(page, page.getByRole(AriaRole.BUTTON, named(button).setExact(true)));
    page.keyboard().press("Enter");
  }

  private Page signedIn(Page page, String name) {
    page.navigate(server.getURI() + "/office");
    page.getByLabel("User name").fill(name);
    page.getByLabel("Password").fill(PASSWORD);
    page.locator("main button").click();
    assertThat(page.locator(".office-header__person")).isVisible();
    return page;
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private void fill() throws Exception {
    add("ana", "Ana Lyst", Role.ANALYST);
    add("rea", "Rea Der", Role.READER);
    var feedback = new Feedback(database);
    var at = Feedback.At.usual().period("2026-08");
    feedback.say("The interpreter never came, so my son had to translate for me.", at);
    feedback.say("We had to wait for the interpreter.", at);
    for (int number = 0; number < 14; number++) {
      var response = feedback.say("They listened to me, visit " + number, at);
      database.execute(
          "INSERT INTO feedback.item VALUES ('%s', 'LISTENED', '%s')"
              .formatted(response, number < 9 ? "good" : "poor"));
    }
    asked();
    index.run();
    releases.run();
  }

  /** Who was asked in the quarter, and what is kept of who answered. */
  private void asked() throws Exception {
    for (int person = 0; person < 83; person++) {
      database.execute(
          """
          INSERT INTO vault.invitation (id, asked_key, person_id, route_id, event, milestone, audience,
            area, month, form, form_version, language, due_on, state, reason, channel)
          VALUES (UUID(), RANDOM_BYTES(32), UUID(), UUID(), UUID(), 'assessment', 'PARENT',
            'family-help-north', '2026-08', 'assessment-parent', 1, '%s', '2026-08-10', 'sent', '', '%s')
          """
              .formatted(person % 4 == 0 ? "ar" : "en", person % 3 == 0 ? "letter" : "text"));
    }
    database.execute("INSERT INTO feedback.counted_quarter VALUES ('2026-Q3')");
    database.execute(
        "INSERT INTO feedback.answered VALUES ('2026-Q3', 'westhaven', 'all', '', 30),"
            + " ('2026-Q3', 'westhaven', 'group', 'FAMILY', 30),"
            + " ('2026-Q3', 'westhaven', 'way', 'text', 20),"
            + " ('2026-Q3', 'westhaven', 'way', 'letter', 10)");
  }

  private void add(String signIn, String name, Role role) {
    users.add(
        new Staff(UUID.randomUUID(), signIn, name, Set.of(role), Set.of(), Set.of("en")), PASSWORD);
  }
}
