package org.hearback.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.MailSamples;
import org.hearback.invitation.Message;
import org.junit.jupiter.api.Test;

/** The try-out's own pages in a real browser, small and wide. */
class TryOutPagesTest {
  private static final String LINK = "https://views.example.gov.uk/k7m2q9xd4t8w3hn5";

  @Test
  void the_pages_fit_every_width_and_axe_finds_nothing() throws Exception {
    try (var house = TestHouse.on(TestDatabase.shared());
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(SKIP));
        var browser = playwright.chromium().launch(options())) {
      house
          .get(RecordingPostman.class)
          .send(
              UUID.randomUUID(),
              new Message.Text(
                  "+447700900123",
                  "Tell us how it went. It takes 3 minutes and we do not ask your name: "
                      + LINK
                      + " To stop these texts use this link."));
      house
          .get(RecordingPostman.class)
          .send(
              UUID.randomUUID(),
              new Message.Letter(
                  List.of("Sample Parent", "5 Sample Street", "Westhaven", "ZZ1 1ZZ"),
                  "en",
                  LinkToken.read("k7m2q9xd4t8w3hn6").orElseThrow()));
      for (var mail : mails()) {
        house.get(RecordingPostman.class).send(UUID.randomUUID(), mail);
      }
      for (int width : new int[] {360, 1280}) {
        var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 740));
        page.navigate(house.address() + "/");
        assertThat(URI.create(page.url()).getPath()).isEqualTo("/tryout");
        look(page, "start", width);
        page.getByText("Read the messages").click();
        look(page, "messages", width);
        assertThat(page.locator(".office-phone__to").allTextContents())
            .containsExactly(
                "E-mail to p2@example.org",
                "E-mail to p1@example.org",
                "Letter to Sample Parent",
                "Text to +447700900123");
        assertThat(page.locator(".office-phone--email [dir=rtl] a[dir=ltr]").count()).isEqualTo(2);
        page.locator(".office-phone--email summary").first().click();
        look(page, "messages-plain", width);
        assertThat(page.content()).contains("1 segment, 149 characters, 2.4p + VAT");
        // The page that comes takes the secret out of the address at once, so look at what was
        // asked for.
        var opened =
            page.waitForResponse(
                house.address() + "/k7m2q9xd4t8w3hn5",
                () -> page.getByText(LINK, new Page.GetByTextOptions().setExact(true)).click());
        assertThat(opened.status())
            .as("opens here, whatever host the text names; nobody was invited with it")
            .isEqualTo(404);
        page.close();
      }
    }
  }

  private static List<Message.Mail> mails() {
    return List.of(
        MailSamples.of("p1@example.org", "en", "k7m2q9xd4t8w3hn7"),
        MailSamples.of("p2@example.org", "ar", "k7m2q9xd4t8w3hn8"));
  }

  private static void look(Page page, String name, int width) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/shots/tryout-" + name + "-" + width + ".png"))
            .setFullPage(true));
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("%s fits into %d", name, width)
        .isEqualTo(true);
    assertThat(
            new AxeBuilder(page)
                .analyze().getViolations().stream()
                    .map(rule -> rule.getId() + " " + rule.getNodes())
                    .toList())
        .as("axe on %s at %d", name, width)
        .isEmpty();
  }

  private static final Map<String, String> SKIP = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

  private static BrowserType.LaunchOptions options() {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(org.hearback.Chromium.path())
        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run"));
  }
}
