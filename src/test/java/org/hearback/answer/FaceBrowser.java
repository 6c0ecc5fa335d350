package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser, and what is asked of every page it shows. */
final class FaceBrowser implements AutoCloseable {
  private static final int TIMEOUT_MS = 10_000;

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(org.hearback.Chromium.path())
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-quic",
                          "--no-first-run",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));

  /** Without script means that ours never arrives: axe itself needs a page that can run one. */
  BrowserContext context(int width, boolean script) {
    var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 740));
    context.setDefaultTimeout(TIMEOUT_MS);
    if (!script) {
      context.route("**/assets/*.js", Route::abort);
    }
    return context;
  }

  /** A picture, what axe says, and that nothing sticks out at the side. */
  static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/shots/" + name + ".png"))
            .setFullPage(true));
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("%s fits its width", name)
        .isEqualTo(true);
    assertThat(page.title()).isIn("Tell us how it went", "أخبرونا كيف سارت الأمور");
    var found = new AxeBuilder(page).analyze().getViolations();
    assertThat(found.stream().map(rule -> rule.getId() + " " + rule.getNodes()).toList())
        .as("axe on %s", name)
        .isEmpty();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
