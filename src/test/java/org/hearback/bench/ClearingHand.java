package org.hearback.bench;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * A hand on the keys of a real browser: what it presses, and how long it then waits. It never
 * touches a mouse.
 */
final class ClearingHand {
  private static final int TRIES_MOST = 200;

  /** From the key to the second frame that shows the next page, with its keys at work. */
  private static final String CLOCK =
      """
      (() => {
        const now = () => performance.timeOrigin + performance.now();
        addEventListener("keydown", () => sessionStorage.setItem("bench-key", String(now())), true);
        addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => requestAnimationFrame(() => {
          window.benchShown = now() - Number(sessionStorage.getItem("bench-key"));
        })));
      })()
      """;

  private static final String SHOWN =
      """
      () => new Promise((done) => {
        const look = () => window.benchShown === undefined ? requestAnimationFrame(look) : done(window.benchShown);
        look();
      })
      """;

  private static final String BELOW =
      """
      () => {
        const words = [...document.querySelectorAll(".sheet-words")].at(-1);
        const below = words ? words.getBoundingClientRect().bottom - innerHeight : 0;
        return Math.max(0, Math.ceil(below / (innerHeight * 0.875)));
      }
      """;

  private final Page page;
  private int loaded;
  private int keys;
  private int loads;
  private double waited;

  ClearingHand(Page page) {
    this.page = page;
    page.addInitScript(CLOCK);
    page.onDOMContentLoaded(_ -> loaded++);
  }

  Page page() {
    return page;
  }

  /** Counts from here. */
  void begin() {
    keys = 0;
    loads = 0;
    waited = 0;
  }

  int keys() {
    return keys;
  }

  int loads() {
    return loads;
  }

  double waitedMs() {
    return waited;
  }

  void press(String key) {
    page.keyboard().press(key);
    keys += key.split("\\+").length;
  }

  /** Capitals take two. */
  void type(String text) {
    page.keyboard().type(text);
    keys += text.length() + (int) text.chars().filter(Character::isUpperCase).count();
  }

  /** A key that leads to another page, and the wait for it in milliseconds. */
  double send(String key) {
    int before = loaded;
    press(key);
    page.waitForCondition(() -> loaded > before);
    double took = ((Number) page.evaluate(SHOWN)).doubleValue();
    loads++;
    waited += took;
    return took;
  }

  /** One key again and again until what is asked of the page is so. */
  void pressUntil(String key, String question, Object about) {
    for (int tries = 0; tries < TRIES_MOST; tries++) {
      if (is(question, about)) {
        return;
      }
      press(key);
    }
    throw new IllegalStateException("no way by " + key + " to " + about);
  }

  /** As somebody does who has no other keys: past the menu, then one by one. */
  void tabTo(String place) {
    if (is("() => document.activeElement === document.body")) {
      press("Tab");
      press("Enter");
    }
    pressUntil("Tab", "place => document.activeElement.matches(place)", place);
  }

  /** Down to the end of the words, where they do not fit in. */
  void scrollThrough() {
    int pages = ((Number) page.evaluate(BELOW)).intValue();
    for (int at = 0; at < pages; at++) {
      press("PageDown");
    }
  }

  boolean is(String question) {
    return Boolean.TRUE.equals(page.evaluate(question));
  }

  boolean is(String question, Object about) {
    return Boolean.TRUE.equals(page.evaluate(question, about));
  }

  /** The text of what is there; empty where nothing is. */
  String text(String place) {
    return String.join(" ", all(place)).strip();
  }

  List<String> all(String place) {
    return page.locator(place).allTextContents();
  }
}
