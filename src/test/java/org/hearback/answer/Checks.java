package org.hearback.answer;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.hearback.RealBrowser;

/**
 * What has to hold of a page as it stands before somebody, in whichever mode; gives what does not.
 */
final class Checks {
  private static final String FITS = "document.documentElement.scrollWidth <= innerWidth";

  // The policy of these pages takes no style from elsewhere, but takes one that the browser makes.
  private static final String SPACE =
      """
      const spaced = new CSSStyleSheet();
      spaced.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }`);
      document.adoptedStyleSheets = [spaced];
      """;

  // What scrolls by itself, a field, is not cut off.
  private static final String CUT =
      """
      () => [...document.querySelectorAll("body *")]
        .filter(e => e.checkVisibility() && e.clientWidth > 1 && !e.closest("svg, .govuk-visually-hidden, textarea, input"))
        .filter(e => {
          const style = getComputedStyle(e), box = e.getBoundingClientRect();
          const wide = e.scrollWidth > e.clientWidth + 1, high = e.scrollHeight > e.clientHeight + 1;
          if ((style.overflowX !== "visible" && wide) || (style.overflowY !== "visible" && high)) return true;
          if (!e.matches("button, .govuk-button")) return false;
          const words = document.createRange();
          return [...e.childNodes].filter(node => node.nodeType === 3 && node.data.trim()).some(node => {
            words.selectNodeContents(node);
            const text = words.getBoundingClientRect();
            return text.left < box.left - 1 || text.right > box.right + 1 || text.top < box.top - 1 || text.bottom > box.bottom + 1;
          });
        })
        .map(e => e.outerHTML.slice(0, 120))
      """;

  // Each block stands where it would stand from the left, seen in a mirror.
  private static final String NOT_MIRRORED =
      """
      () => {
        const root = document.documentElement, width = root.clientWidth;
        const blocks = [...document.querySelectorAll("body *")].filter(e => e.checkVisibility()
          && /^(block|flex|grid|list-item|table)/.test(getComputedStyle(e).display)
          && !e.closest("svg, [dir]:not(html)") && !e.closest(".govuk-visually-hidden"));
        const boxes = () => blocks.map(e => e.getBoundingClientRect()).map(box => [box.left, box.right]);
        const right = boxes();
        root.dir = "ltr";
        const left = boxes();
        root.dir = "rtl";
        return blocks
          .filter((_, i) => Math.abs(right[i][0] - (width - left[i][1])) > 2 || Math.abs(right[i][1] - (width - left[i][0])) > 2)
          .map(e => e.outerHTML.slice(0, 120));
      }
      """;

  private Checks() {}

  static List<String> of(Page page, String language, Mode mode, HtmlChecker html) {
    var faults = new ArrayList<String>();
    if (mode == Mode.SPACED) {
      page.evaluate(SPACE);
    }
    if (Boolean.FALSE.equals(page.evaluate(FITS))) {
      faults.add("sticks out at the side");
    }
    add(faults, "is cut off", page.evaluate(CUT));
    if (mode == Mode.PHONE_SCREEN) {
      html.faults(page.content()).forEach(fault -> faults.add("HTML " + fault));
    }
    if (mode.isNewToAxe()) {
      add(faults, "axe", RealBrowser.axe(page));
    }
    if (!language.equals(page.getAttribute("html", "lang"))) {
      faults.add("speaks " + page.getAttribute("html", "lang"));
    }
    if ("rtl".equals(page.getAttribute("html", "dir"))) {
      add(faults, "is not mirrored", page.evaluate(NOT_MIRRORED));
    }
    return faults;
  }

  private static void add(List<String> faults, String what, Object found) {
    ((List<?>) found).forEach(it -> faults.add(what + ": " + it));
  }
}
