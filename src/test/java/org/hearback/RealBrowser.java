package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser, and what is asked of every page that it shows. */
public final class RealBrowser implements AutoCloseable {
  public static final int PHONE = 360;
  public static final int DESK = 1280;
  public static final List<Integer> WIDTHS = List.of(DESK, PHONE);
  private static final int HEIGHT = 740;
  private static final int TIMEOUT_MS = 10_000;

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Chromium.path())
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-quic",
                          "--no-first-run",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));

  /** A browser of one person: cookies, history and cache of its own. */
  public BrowserContext person(int width) {
    var context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, HEIGHT));
    context.setDefaultTimeout(TIMEOUT_MS);
    return context;
  }

  /** A picture, what axe says, and that nothing sticks out at the side, in the width it has. */
  public static void look(Page page, String name) {
    var shown = name + "-" + page.viewportSize().width;
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/shots/" + shown + ".png"))
            .setFullPage(true));
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("%s fits its width", shown)
        .isEqualTo(true);
    // legacy: within the page itself; the other mode is for frames, of which we have none, and
    // takes half as long again
    var found = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
    assertThat(found.stream().map(rule -> rule.getId() + " " + rule.getNodes()).toList())
        .as("axe on %s", shown)
        .isEmpty();
  }

  /** The same in both widths, whichever it has. */
  static void lookTwice(Page page, String name) {
    var usual = page.viewportSize();
    for (int width : WIDTHS) {
      page.setViewportSize(width, HEIGHT);
      look(page, name);
    }
    page.setViewportSize(usual.width, usual.height);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
