package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real browser, and what is asked of every page that it shows. The browser itself is started once
 * in a process of tests and ends with it; what one test opened is closed with its {@code
 * RealBrowser}. For one thread, as the driver is.
 */
public final class RealBrowser implements AutoCloseable, AfterAllCallback {
  public static final int PHONE = 360;
  public static final int DESK = 1280;
  public static final List<Integer> WIDTHS = List.of(DESK, PHONE);
  private static final int HEIGHT = 740;
  private static final int TIMEOUT_MS = 10_000;
  private static final int TABS_MOST = 90;
  static final boolean FULL = "full".equals(System.getProperty("tests.run"));
  private static final String AXE = axe();

  // All rules that are not experimental, those of good practice too, and the size of targets, which
  // is off by itself. In the page itself: there are no frames with content of ours but the
  // preview's, and asking for
  // violations alone is four times as fast as what the builder of axe's own library does. Style
  // sheets are read anew for a rule that is experimental, and for no other.
  private static final String VIOLATIONS =
      """
      async () => (await axe.run(document, {
          resultTypes: ["violations"], elementRef: false, preload: { assets: ["media"] }, rules: { "target-size": { enabled: true } } })).violations
        .map(rule => rule.id + " " + rule.nodes.map(node => node.target + ": " + node.failureSummary))
      """;

  private static final class Opened {
    static final Browser BROWSER =
        Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
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
  }

  private final List<BrowserContext> people = new ArrayList<>();

  /** A browser of one person: cookies, history and cache of its own. */
  public BrowserContext person(int width) {
    return person(new Browser.NewContextOptions().setViewportSize(width, HEIGHT));
  }

  /** The same, of somebody with settings of their own. */
  public BrowserContext person(Browser.NewContextOptions settings) {
    var context = Opened.BROWSER.newContext(settings);
    context.setDefaultTimeout(TIMEOUT_MS);
    people.add(context);
    return context;
  }

  /** For somebody who sees hundreds of pages: each has axe from the start, which is sent once. */
  public static void bringAxe(BrowserContext person) {
    person.addInitScript(AXE);
  }

  /**
   * What axe says, and that nothing sticks out at the side, in the width it has; with {@code
   * -Dpictures=true} a picture, for people to look at.
   */
  public static void look(Page page, String name) {
    fits(page, name);
    noFault(page, name);
  }

  private static void fits(Page page, String name) {
    // after a click the next page may be on its way
    page.waitForLoadState();
    if (Boolean.getBoolean("pictures")) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target/shots/" + shown(page, name) + ".png"))
              .setFullPage(true));
    }
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("%s fits its width", shown(page, name))
        .isEqualTo(true);
  }

  private static void noFault(Page page, String name) {
    assertThat(axe(page)).as("axe on %s", shown(page, name)).isEmpty();
  }

  private static String shown(Page page, String name) {
    return name + "-" + page.viewportSize().width;
  }

  /** What axe finds wrong with a page as it stands. */
  public static List<?> axe(Page page) {
    page.waitForLoadState();
    if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
      page.evaluate(AXE);
    }
    return (List<?>) page.evaluate(VIOLATIONS);
  }

  /**
   * The same in both widths, whichever it has. Axe takes longer than all the rest, so every day it
   * looks in one of them, always the same of a page, and in both in the full run.
   */
  public static void lookTwice(Page page, String name) {
    var usual = page.viewportSize();
    int axes = WIDTHS.get(Math.floorMod(name.hashCode(), WIDTHS.size()));
    for (int width : WIDTHS) {
      page.setViewportSize(width, HEIGHT);
      fits(page, name);
      if (FULL || width == axes) {
        noFault(page, name);
      }
    }
    page.setViewportSize(usual.width, usual.height);
  }

  /** Tab by tab to a link, a field or a button, as somebody comes there who has no mouse. */
  public static void tabTo(Page page, Locator aim) {
    // found once: what a label or a role leads to is slow to find, and tabs do not change it
    var there = aim.elementHandle();
    for (int tabs = 0; tabs < TABS_MOST; tabs++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(page.evaluate("it => it === document.activeElement", there))) {
        return;
      }
    }
    throw new AssertionError("not reached by " + TABS_MOST + " tabs: " + aim);
  }

  /** Where a class of tests registers it, it ends with the class. */
  @Override
  public void afterAll(ExtensionContext ended) {
    close();
  }

  @Override
  public void close() {
    people.forEach(BrowserContext::close);
  }

  private static String axe() {
    try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
