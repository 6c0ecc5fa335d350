package org.hearback.answer;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.hearback.form.Form;
import org.hearback.form.FormFixtures;

/** What somebody does with the page of a form. */
final class Thumb {
  private Thumb() {}

  static Page opens(BrowserContext person, FaceServer server) {
    var page = person.newPage();
    page.navigate(server.url("/" + FaceServer.TOKEN));
    return page;
  }

  static void presses(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  /**
   * On to the question that a test is about: the first by hand, the others as {@link Walk} does.
   */
  static void skips(Page page, int questions) {
    page.locator("[data-go=skip]").click();
    for (int skipped = 1; skipped < questions; skipped++) {
      page.evaluate("document.querySelector('[data-go=skip]').click()");
    }
  }

  /** Ticks by the words beside the box, in the question that is shown. */
  static void ticks(Page page, String option) {
    label(page.locator(".hb-now"), option).click();
  }

  static Locator label(Locator within, String text) {
    return within.getByText(text, new Locator.GetByTextOptions().setExact(true));
  }

  /** Ours never arrives: axe itself needs a page that can run one. */
  static BrowserContext withoutScript(BrowserContext person) {
    person.route("**/assets/*.js", Route::abort);
    return person;
  }

  static Form form(String name) {
    return FormFixtures.forms().latest(name);
  }
}
