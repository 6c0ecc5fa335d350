package org.hearback;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hearback.invitation.LinkToken;

/** A parent on a phone in {@link WholePathTest}, with script: one question at a time, in Arabic. */
final class PhoneWalk {
  private final TestHouse house;
  private final Page page;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  PhoneWalk(TestHouse house, Page page) {
    this.house = house;
    this.page = page;
    page.onRequest(request -> requests.add(request.method() + " " + request.url()));
  }

  /** What only this page knew. */
  record Sent(String nonce, String code) {}

  Sent answer(LinkToken token, String words) throws Exception {
    page.navigate(house.address() + "/" + token.secret());
    assertThat(page.locator("html")).hasAttribute("lang", "ar");
    assertThat(page.locator("html")).hasAttribute("dir", "rtl");
    assertThat(page.url()).endsWith("/answer?lang=ar");
    RealBrowser.look(page, "path-1-before");
    answerQuestions(words);
    assertThat(page.locator("#check")).isFocused();
    assertThat(page.locator("dl")).containsText(words);
    RealBrowser.look(page, "path-4-check");
    var nonce = page.locator("input[name=nonce]").inputValue();
    nothingWasSent();
    button("إرسال").click();
    page.getByText("شكرًا لكم").waitFor();
    RealBrowser.look(page, "path-5-thanks");
    var code = page.locator(".hb-code__value").innerText().strip();
    assertThat(code).matches("[0-9a-z]{3}[ -][0-9a-z]{3}[ -][0-9a-z]{3}");
    assertThat(page.url()).doesNotContain(token.secret());
    nothingIsLeftBehind(token, words);
    return new Sent(nonce, code);
  }

  private void nothingWasSent() throws Exception {
    assertThat(requests)
        .isNotEmpty()
        .allMatch(request -> request.startsWith("GET " + house.address()));
    assertThat(house.database().column("SELECT id FROM bridge.envelope")).isEmpty();
  }

  /** On a shared phone Back shows neither words nor the way to them. */
  private void nothingIsLeftBehind(LinkToken token, String words) {
    page.goBack();
    page.waitForFunction("[...document.querySelectorAll('textarea')].every(t => t.value === '')");
    assertThat(page.content()).doesNotContain(words, words.substring(0, 20));
    assertThat(page.locator("input:checked")).hasCount(0);
    assertThat(page.url()).doesNotContain(token.secret());
  }

  private void answerQuestions(String words) {
    button("بدء").click();
    assertThat(page.locator("#q-why h2")).isFocused();
    RealBrowser.look(page, "path-2-question");
    option("أوافق").click();
    button("متابعة").click();
    assertThat(page.locator("#q-listened h2")).isFocused();
    page.goBack();
    assertThat(page.locator("#q-why h2")).isFocused();
    assertThat(page.url()).endsWith("/answer?lang=ar");
    button("متابعة").click();
    option("لا أوافق").click();
    button("متابعة").click();
    for (int skipped = 0; skipped < 4; skipped++) {
      button("تخطي هذا السؤال").click();
    }
    option("مترجم شفهي").click();
    button("متابعة").click();
    page.locator("textarea").fill(words);
    RealBrowser.look(page, "path-3-words");
    button("متابعة").click();
    button("تخطي هذا السؤال").click();
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private Locator option(String text) {
    return page.locator(".hb-now").getByText(text, new Locator.GetByTextOptions().setExact(true));
  }
}
