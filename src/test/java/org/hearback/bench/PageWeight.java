package org.hearback.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearback.RealBrowser;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.form.Form;
import org.hearback.form.Forms;

/**
 * What one answer costs a phone: bytes on the wire in both directions, headers and all, and
 * requests, from the link to the thank-you page, as a real browser with an empty cache counts them.
 * The first page is all that comes before Start; it is counted for every form, and the heaviest is
 * the one that is told of.
 */
public final class PageWeight {
  private static final String WORDS =
      "She listened, but the report came late and nobody rang back for two weeks. An interpreter"
          + " would have helped.";

  private final Map<String, Load> loads = new LinkedHashMap<>();

  /** One request: what it asked for, and the bytes each way. */
  private static final class Load {
    private String what = "";
    private long sent;
    private long received;

    /** What the browser has kept goes over no wire. */
    private boolean wired;
  }

  private PageWeight() {}

  public static void main(String[] args) throws Exception {
    var database = TestDatabase.start("weight", List.of());
    try (var house = TestHouse.on(database);
        var browser = new RealBrowser()) {
      house.onDuty();
      double heaviest = 0;
      System.out.println("first_kb  form");
      for (var form : house.get(Forms.class).all()) {
        try (var person = browser.person(RealBrowser.PHONE)) {
          double weight = new PageWeight().first(person.newPage(), link(house, form));
          System.out.printf("%8.1f  %s%n", weight, form.name());
          heaviest = Math.max(heaviest, weight);
        }
      }
      try (var person = browser.person(RealBrowser.PHONE)) {
        var form = house.get(Forms.class).latest("assessment-parent");
        new PageWeight().run(person.newPage(), link(house, form), heaviest);
      }
    }
    database.server().close();
    System.exit(0);
  }

  private static String link(TestHouse house, Form form) throws Exception {
    var token =
        house.invited(
            1, form.name(), form.audience().name(), "", "M3", "en", house.clock().instant());
    return house.address() + "/" + token.getFirst().secret();
  }

  /** Kilobytes until it can be read. */
  private double first(Page page, String link) {
    listen(page.context().newCDPSession(page));
    page.navigate(link);
    button(page, "Start").waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return bytes() / 1024.0;
  }

  private void run(Page page, String link, double heaviest) {
    double first = first(page, link);
    answer(page);
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Thank you")).waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    System.out.println("    sent  received  what");
    for (var load : wired()) {
      System.out.printf("%8d  %8d  %s%n", load.sent, load.received, load.what);
    }
    System.out.printf(
        "page-weight first_kb=%.1f parent_first_kb=%.1f total_kb=%.1f requests=%d%n",
        heaviest, first, bytes() / 1024.0, wired().size());
  }

  /** The browser's own count: headers as they left and arrived, bodies as they were packed. */
  private void listen(CDPSession network) {
    network.on("Network.requestWillBeSent", this::asked);
    network.on(
        "Network.requestWillBeSentExtraInfo",
        event -> {
          var load = load(event);
          load.wired = true;
          load.sent += headers(event.getAsJsonObject("headers"));
        });
    network.on(
        "Network.loadingFinished",
        event -> load(event).received = event.get("encodedDataLength").getAsLong());
    network.send("Network.enable");
  }

  private void asked(JsonObject event) {
    var request = event.getAsJsonObject("request");
    var path = request.get("url").getAsString().replaceFirst("^https?://[^/]+", "");
    var method = request.get("method").getAsString();
    // The secret of a link has no place on a screen.
    var load = load(event);
    load.what = method + " " + path.replaceFirst("^/[0-9a-z]{16}", "/LINK");
    load.sent += (method + " " + path + " HTTP/1.1\r\n\r\n").length();
    if (request.has("postData")) {
      load.sent += request.get("postData").getAsString().getBytes(StandardCharsets.UTF_8).length;
    }
  }

  private Load load(JsonObject event) {
    return loads.computeIfAbsent(event.get("requestId").getAsString(), _ -> new Load());
  }

  private static long headers(JsonObject headers) {
    return headers.entrySet().stream()
        .mapToLong(
            header -> header.getKey().length() + header.getValue().getAsString().length() + 4)
        .sum();
  }

  private List<Load> wired() {
    return loads.values().stream().filter(load -> load.wired).toList();
  }

  private long bytes() {
    return wired().stream().mapToLong(load -> load.sent + load.received).sum();
  }

  private static void answer(Page page) {
    button(page, "Start").click();
    for (int question = 0; question < 7; question++) {
      page.locator(".hb-now label").first().click();
      button(page, "Continue").click();
    }
    page.locator("textarea").fill(WORDS);
    button(page, "Continue").click();
    button(page, "Skip this question").click();
    button(page, "Send").click();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
