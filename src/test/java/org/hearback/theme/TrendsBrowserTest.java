package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hearback.OnTestDatabase;
import org.hearback.RealBrowser;
import org.hearback.TestDatabase;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two years of a small council in a real browser: from what rose to the comments that say so, and
 * to the words that mark them out. On a phone, where each page is also looked at as on a desk; in
 * the full run on a desk too.
 */
@MicronautTest(transactional = false)
class TrendsBrowserTest implements OnTestDatabase {
  private static final String PASSWORD = "a password for tests";

  private static final List<String> QUARTERS =
      List.of(
          "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-08", "2026-11");

  private static final List<String> SAID =
      List.of(
          "She listened to us and the taxi came",
          "we had a new social worker again",
          "The interpreter did not come",
          "They were late again and nobody told us",
          "Nobody listened and they cancelled the visit",
          "ok");

  private final TestDatabase database = TestDatabase.shared();
  @Inject EmbeddedServer server;
  @Inject Hired users;
  @Inject IndexJob job;

  @Test
  void what_rose_leads_to_its_comments_and_to_their_words() throws Exception {
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
        var person = browser.person(width)) {
      walk(person.newPage());
    }
  }

  private void walk(Page page) {
    page.navigate(server.getURI() + "/office");
    page.getByLabel("User name").fill("ana");
    page.getByLabel("Password").fill(PASSWORD);
    page.locator("main button").click();
    page.locator("main").getByText("Trends").click();
    assertThat(page.locator("svg.office-chart").count()).isGreaterThan(4);
    RealBrowser.lookTwice(page, "office-trends");
    page.locator("details > summary").all().forEach(summary -> summary.click());
    RealBrowser.lookTwice(page, "office-trends-open");
    var rose = page.locator("table", new Page.LocatorOptions().setHasText("Rose")).first();
    assertThat(rose.locator("tbody tr").count()).isEqualTo(1);
    rose.locator("a").click();
    assertThat(page.locator("h1").textContent()).isEqualTo("Change of worker");
    assertThat(page.locator("#by-quarter").isVisible()).isTrue();
    RealBrowser.lookTwice(page, "office-theme-by-quarter");
    page.locator("table.office-numbers a").last().click();
    RealBrowser.lookTwice(page, "office-trends-comments");
    page.getByText("Words that mark these out").click();
    assertThat(page.locator("table.office-words tbody th").allTextContents()).contains("worker");
    RealBrowser.lookTwice(page, "office-words");
    page.getByText("Back to the comments").click();
    assertThat(page.locator("#found").textContent()).contains("comments found");
    page.navigate(server.getURI() + "/office/trends?area=first-contact");
    RealBrowser.lookTwice(page, "office-trends-nothing");
    page.navigate(server.getURI() + "/office/trends?area=family-help-south");
    RealBrowser.lookTwice(page, "office-trends-few");
  }

  /** One theme becomes more frequent; the others stay as they are, by chance up and down. */
  private void fill() throws Exception {
    users.add(
        new Staff(
            UUID.randomUUID(), "ana", "Ana Lyst", Set.of(Role.ANALYST), Set.of(), Set.of("en")),
        PASSWORD);
    var feedback = new Feedback(database);
    var chance = new java.util.Random(3);
    for (int quarter = 0; quarter < QUARTERS.size(); quarter++) {
      int answers = quarter == 1 ? 7 : 45 + chance.nextInt(10);
      for (int i = 0; i < answers; i++) {
        boolean changes = quarter >= 6 && i % 2 == 0;
        var words = changes ? SAID.get(1) : SAID.get(chance.nextInt(SAID.size()));
        if (chance.nextInt(4) == 0) {
          words += ". " + SAID.get(chance.nextInt(SAID.size()));
        }
        var at = Feedback.At.usual().period(QUARTERS.get(quarter));
        feedback.say(words, i % 9 == 0 ? at.area("family-help-south") : at);
      }
    }
    for (int i = 0; i < 4; i++) {
      feedback.say(SAID.getFirst(), Feedback.At.usual().period("2026"));
    }
    job.run();
  }
}
