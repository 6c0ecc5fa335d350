package org.hearback.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hearback.RealBrowser;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;

/**
 * How long a young person's form takes by itself: from the tap on the link to the thank-you page,
 * by a thumb that never thinks, on a phone with a quarter of this machine's speed and a network of
 * the third generation at its slow end. Once more with a connection that is gone at Send and comes
 * back.
 */
public final class FinishTime {
  private static final int CPU_TIMES_SLOWER = 4;
  // As Chromium's own preset "Slow 3G" has it.
  private static final int LATENCY_MS = 2_000;
  private static final int BYTES_PER_SECOND = 50_000;
  private static final int PATIENCE_MS = 120_000;

  private final Page page;
  private final CDPSession network;
  private long bytes;

  /** What went over the wire; the browser's own page for an error does not. */
  private final Set<String> wired = new HashSet<>();

  private FinishTime(Page page) {
    this.page = page;
    network = page.context().newCDPSession(page);
    network.on(
        "Network.requestWillBeSentExtraInfo",
        event -> wired.add(event.get("requestId").getAsString()));
    network.on("Network.loadingFinished", this::arrived);
    network.send("Network.enable");
    var slow = new JsonObject();
    slow.addProperty("rate", CPU_TIMES_SLOWER);
    network.send("Emulation.setCPUThrottlingRate", slow);
    connected(true);
  }

  public static void main(String[] args) throws Exception {
    var database = TestDatabase.start("finish", List.of());
    try (var house = TestHouse.on(database);
        var browser = new RealBrowser()) {
      house.onDuty();
      System.out.println("seconds  received_kb  requests  way");
      var whole = run(house, browser, false);
      var dropped = run(house, browser, true);
      System.out.printf(
          "finish-time seconds=%.1f kb=%.1f requests=%d dropped_seconds=%.1f dropped_kb=%.1f"
              + " dropped_requests=%d kept=%d%n",
          whole.seconds,
          whole.kb,
          whole.requests,
          dropped.seconds,
          dropped.kb,
          dropped.requests,
          house.database().column("SELECT id FROM bridge.envelope").size());
    }
    database.server().close();
    System.exit(0);
  }

  private record Took(double seconds, double kb, int requests) {}

  private static Took run(TestHouse house, RealBrowser browser, boolean dropped) throws Exception {
    var link =
        house.invited(
            1,
            "conference-young-person",
            "YOUNG_PERSON",
            "12-17",
            "M6",
            "en",
            house.clock().instant());
    var settings =
        new Browser.NewContextOptions()
            .setViewportSize(RealBrowser.PHONE, 740)
            .setDeviceScaleFactor(2)
            .setIsMobile(true)
            .setHasTouch(true);
    try (var person = browser.person(settings)) {
      person.setDefaultTimeout(PATIENCE_MS);
      person.setDefaultNavigationTimeout(PATIENCE_MS);
      var thumb = new FinishTime(person.newPage());
      long from = System.nanoTime();
      thumb.answer(house.address() + "/" + link.getFirst().secret());
      thumb.send(dropped);
      double seconds = (System.nanoTime() - from) / 1e9;
      var took = new Took(seconds, thumb.bytes / 1024.0, thumb.wired.size());
      System.out.printf(
          "%7.1f  %11.1f  %8d  %s%n",
          seconds,
          took.kb,
          took.requests,
          dropped ? "the connection is gone at Send" : "the connection holds");
      return took;
    }
  }

  private void arrived(JsonObject event) {
    if (wired.contains(event.get("requestId").getAsString())) {
      bytes += event.get("encodedDataLength").getAsLong();
    }
  }

  private void answer(String link) {
    page.navigate(link);
    button("Start").tap();
    while (!page.locator("#check").isVisible()) {
      var words = page.locator(".hb-now textarea");
      if (words.count() > 0) {
        words.fill("Ask me before the meeting, not after it.");
      } else {
        page.locator(".hb-now label").first().tap();
      }
      button("Continue").tap();
    }
  }

  private void send(boolean dropped) {
    if (dropped) {
      connected(false);
      try {
        button("Send").tap();
        page.waitForURL("chrome-error://**");
      } catch (PlaywrightException e) {
        System.out.println("         (" + e.getMessage().lines().findFirst().orElse("") + ")");
      }
      connected(true);
      page.reload();
    } else {
      button("Send").tap();
    }
    page.locator(".hb-code__value").waitFor();
  }

  private void connected(boolean is) {
    var conditions = new JsonObject();
    conditions.addProperty("offline", !is);
    conditions.addProperty("latency", LATENCY_MS);
    conditions.addProperty("downloadThroughput", BYTES_PER_SECOND);
    conditions.addProperty("uploadThroughput", BYTES_PER_SECOND);
    network.send("Network.emulateNetworkConditions", conditions);
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
