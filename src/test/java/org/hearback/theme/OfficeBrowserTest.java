package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hearback.TestDatabase;
import org.hearback.access.LocalUsers;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The staff pages in a real browser, on a phone and on a desk: axe finds nothing and nothing sticks
 * out.
 */
@MicronautTest(transactional = false)
@Property(name = "hearback.keys.create", value = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeBrowserTest implements TestPropertyProvider {
  private static final String PASSWORD = "a password for tests";

  private final TestDatabase database = TestDatabase.shared();
  @Inject EmbeddedServer server;
  @Inject LocalUsers users;
  @Inject IndexJob job;

  @Override
  public Map<String, String> getProperties() {
    return TestDatabase.properties();
  }

  @Test
  void sign_in_search_and_a_whole_answer_can_be_used_by_everybody() throws Exception {
    database.empty();
    fill();
    try (var playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(org.hearback.Chromium.path())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")))) {
      for (int width : new int[] {360, 1280}) {
        var page =
            browser
                .newContext(
                    new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, 740))
                .newPage();
        walk(page, width);
        page.context().close();
      }
    }
  }

  private void walk(Page page, int width) {
    page.setDefaultTimeout(10_000);
    page.navigate(server.getURI() + "/office");
    look(page, "sign-in", width);
    page.getByLabel("User name").fill("ana");
    page.getByLabel("Password").fill("wrong");
    page.locator("main button").click();
    look(page, "sign-in-failed", width);
    page.getByLabel("User name").fill("ana");
    page.getByLabel("Password").fill(PASSWORD);
    page.locator("main button").click();
    look(page, "start", width);
    page.locator("main").getByText("Search comments").click();
    look(page, "search", width);
    page.getByLabel("Words or a phrase").fill("listen");
    page.locator("main button").click();
    assertThat(page.locator("mark").allTextContents())
        .isNotEmpty()
        .isSubsetOf("listened", "listening");
    look(page, "search-hits", width);
    page.getByText("Next page").click();
    look(page, "search-page-2", width);
    page.navigate(server.getURI() + "/office/search?words=zebra&area=family-help");
    look(page, "search-nothing", width);
    page.navigate(server.getURI() + "/office/search?words=" + "اجتماع");
    assertThat(page.locator("mark").first().textContent()).isEqualTo("الاجتماع");
    look(page, "search-arabic", width);
    page.getByText("Whole answer").first().click();
    look(page, "response", width);
    page.navigate(server.getURI() + "/office/forbidden");
    look(page, "forbidden", width);
    page.getByText("Sign out").click();
    assertThat(page.url()).endsWith("/office/sign-in");
  }

  private static void look(Page page, String name, int width) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/shots/office-" + name + "-" + width + ".png"))
            .setFullPage(true));
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("%s fits %d", name, width)
        .isEqualTo(true);
    var found = new AxeBuilder(page).analyze().getViolations();
    assertThat(found.stream().map(rule -> rule.getId() + " " + rule.getNodes()).toList())
        .as("axe on %s at %d", name, width)
        .isEmpty();
  }

  private void fill() throws Exception {
    users.add(
        new Staff(
            UUID.randomUUID(), "ana", "Ana Lyst", Set.of(Role.ANALYST), Set.of(), Set.of("en")),
        PASSWORD);
    var feedback = new Feedback(database);
    var arabic =
        feedback.say("الاجتماع كان طويلا ولم يستمع إلينا أحد", Feedback.At.usual().language("ar"));
    database.execute("INSERT INTO feedback.tick VALUES ('" + arabic + "', 'listened', 'disagree')");
    feedback.say("Nobody was listening.\nThey had decided before [name] sat down.");
    for (int i = 0; i < 24; i++) {
      feedback.say(
          "She listened to us, visit "
              + i
              + " "
              + "averylongwordwithoutanybreak".repeat(i == 3 ? 6 : 0));
    }
    job.run();
  }
}
