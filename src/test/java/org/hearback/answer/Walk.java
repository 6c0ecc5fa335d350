package org.hearback.answer;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** The way through a form to one of its stages, by thumb or by keyboard alone. */
final class Walk {
  private static final int MIDDLE = 3;
  private static final int QUESTIONS_MOST = 20;
  private static final int TABS_MOST = 80;

  private static final String TICK_ALL =
      """
      document.querySelectorAll(".hb-question:not(#q-_scribe)").forEach(q => { const first = q.querySelector("input"); if (first) first.click(); });
      """;

  // Whether the focus is where it was meant to come, and then what is wrong with it: what has it is
  // seen to have it, and
  // nothing lies over it.
  private static final String FOCUS =
      """
      what => {
        const e = document.activeElement;
        if (e === document.body) return [false];
        const label = e.labels && e.labels[0];
        const marked = (node, part) => {
          const style = getComputedStyle(node, part);
          return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
        };
        const faults = [];
        if (![[e], [e.parentElement], label && [label], label && [label, "::before"]].some(it => it && marked(...it))) {
          faults.push("focus is not seen: " + e.outerHTML.slice(0, 120));
        }
        // of a link that begins at the end of a line the first box may be empty
        const box = [...(label || e).getClientRects()].find(it => it.width > 0);
        const over = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        if (!over || !(e.contains(over) || over.contains(e) || (label && (label.contains(over) || over.contains(label))))) {
          faults.push("focus is hidden: " + e.outerHTML.slice(0, 120));
        }
        return [e.matches(what), ...faults];
      }
      """;

  private final Page page;
  private final Mode mode;

  /** What was wrong on the way. */
  final List<String> faults = new ArrayList<>();

  Walk(Page page, Mode mode) {
    this.page = page;
    this.mode = mode;
  }

  void to(Stage stage) {
    if (mode != Mode.WITHOUT_SCRIPT && stage != Stage.BEFORE) {
      press("[data-go=start]");
      for (int question = 0; question < QUESTIONS_MOST && !isEnough(stage, question); question++) {
        if (stage == Stage.THANKS) {
          answer();
        } else {
          press("[data-go=skip]");
        }
      }
    } else if (stage == Stage.THANKS) {
      page.evaluate(TICK_ALL);
    }
    switch (stage) {
      case BEFORE, FIRST, MIDDLE, CHECK -> {}
      case LAST -> {
        if (mode != Mode.WITHOUT_SCRIPT) {
          press("#back");
          page.waitForFunction("!document.querySelector('.hb-send.hb-now')");
        }
      }
      case REFUSED -> {
        press(".hb-send button.hb-button");
        page.waitForSelector("#summary");
      }
      case THANKS -> {
        press(".hb-send button.hb-button");
        page.waitForSelector(".hb-code__value");
      }
    }
  }

  /** All steps under one another, with everything in them that waits to be shown. */
  void openAll() {
    page.evaluate(
        "document.querySelectorAll('.hb-step').forEach(step => step.classList.add('hb-now'))");
    page.evaluate("document.querySelectorAll('details').forEach(more => more.open = true)");
  }

  private boolean isEnough(Stage stage, int questions) {
    return switch (stage) {
      case BEFORE, FIRST -> true;
      case MIDDLE -> questions == MIDDLE;
      case LAST, CHECK, REFUSED, THANKS ->
          Boolean.TRUE.equals(page.evaluate("!!document.querySelector('.hb-send.hb-now')"));
    };
  }

  private void answer() {
    if (mode == Mode.KEYBOARD) {
      tab(".hb-now input, .hb-now textarea");
      page.keyboard().press("Space");
      if (Boolean.TRUE.equals(page.evaluate("document.activeElement.matches('textarea')"))) {
        page.keyboard().type("w x");
      }
    } else {
      page.evaluate(
          "const first = document.querySelector('.hb-now input'); if (first) first.click();");
    }
    press("[data-go=on]");
  }

  private void press(String what) {
    if (mode == Mode.KEYBOARD) {
      tab(what);
      page.keyboard().press("Enter");
    } else {
      page.evaluate("what => document.querySelector(what).click()", what);
    }
  }

  private void tab(String what) {
    for (int tabs = 0; tabs < TABS_MOST; tabs++) {
      page.keyboard().press("Tab");
      var found = (List<?>) page.evaluate(FOCUS, what);
      found.stream().skip(1).forEach(it -> faults.add((String) it));
      if (Boolean.TRUE.equals(found.getFirst())) {
        return;
      }
    }
    throw new IllegalStateException("no key leads to " + what);
  }
}
