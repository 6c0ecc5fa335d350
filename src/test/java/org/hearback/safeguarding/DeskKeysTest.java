package org.hearback.safeguarding;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.hearback.Desk;
import org.hearback.Phone;
import org.hearback.RealBrowser;
import org.hearback.SetClock;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each thing that a reader does has a key, and each can be done without it. */
class DeskKeysTest {
  @RegisterExtension static final RealBrowser browser = new RealBrowser();

  private static final Pattern SHEET = Pattern.compile(".*/office/clearing/[0-9a-f-]{36}");
  private static final Pattern QUEUE = Pattern.compile(".*/office/clearing");

  private TestHouse house;

  @BeforeEach
  void open() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    house.onDuty();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void words_that_were_missed_are_framed_by_their_letter_and_taken_out() throws Exception {
    for (int width : RealBrowser.WIDTHS) {
      said(
          "She came often. The caretaker with the glass eye saw it, and the chair was cold.", "en");
      var page = first(width);
      press(page, "w", "c", "c");
      assertThat(here(page)).hasText("caretaker");
      press(page, "Shift+E", "Shift+ArrowRight", "Shift+ArrowLeft");
      assertThat(here(page)).hasText(new String[] {"caretaker", "with", "the", "glass", "eye"});
      press(page, "Space");
      assertThat(page.locator("#take-change")).hasValue("caretaker with the glass eye");
      assertThat(page.locator("#said")).hasText("caretaker with the glass eye: struck out");
      RealBrowser.look(page, "desk-framed");
      press(page, "Space");
      assertThat(page.locator("#take-change")).hasValue("");
      assertThat(page.locator(".sheet-struck")).hasCount(0);
      press(page, "Space", "1", "Enter");
      assertThat(page).hasURL(QUEUE);
      page.navigate(house.address() + "/office/clearing/" + onlyOne());
      assertThat(page.locator(".sheet-words"))
          .hasText("She came often. The [detail] saw it, and the chair was cold.");
      house.database().execute("DELETE FROM bridge.clearing");
      house.database().execute("DELETE FROM bridge.envelope");
    }
  }

  @Test
  void what_is_typed_is_struck_in_the_words_and_arrows_go_as_the_words_do() throws Exception {
    said("كانت لطيفة معنا لكن الرسالة طويلة", "ar");
    var page = first(RealBrowser.DESK);
    press(page, "w", "ArrowLeft");
    assertThat(here(page)).hasText("لطيفة");
    press(page, "Shift+ArrowLeft", "Space");
    assertThat(page.locator("#take-change")).hasValue("لطيفة معنا");
    press(page, "ArrowRight");
    assertThat(here(page)).hasText("لطيفة");
    press(page, "Escape", "e");
    page.keyboard().type("1 letter, which was long");
    press(page, "Escape");
    assertThat(page.locator("#risk-none")).not().isChecked();
    RealBrowser.look(page, "desk-framed-arabic");
    page.locator("#take-change").fill("الرسالة");
    assertThat(page.locator(".sheet-struck")).hasText("الرسالة");
    page.locator("h1").click();
    press(page, "1", "Enter");
    assertThat(page).hasURL(QUEUE);
  }

  @Test
  void a_wrong_mark_is_looked_at_and_put_back_and_a_concern_is_taken_on_the_way_to_the_next()
      throws Exception {
    said("He rang 07700 900321 and then 0808 800 5000 about it.", "en");
    said("It was fine.", "en");
    var page = first(RealBrowser.DESK);
    if (!page.locator(".sheet-words").innerText().contains("He rang")) {
      press(page, "1", "Enter");
      assertThat(page.locator(".sheet-words")).containsText("He rang");
    }
    press(page, "r");
    assertThat(page.locator("#raw")).isFocused();
    press(page, "Enter");
    assertThat(page).hasURL(Pattern.compile(".*/raw"));
    assertThat(page.locator("mark.sheet-taken")).hasCount(2);
    press(page, "n", "n");
    assertThat(here(page)).hasText("0808 800 5000");
    press(page, "Space");
    assertThat(page.locator("mark.sheet-struck")).hasText("0808 800 5000");
    press(page, "N");
    assertThat(here(page)).hasText("07700 900321");
    RealBrowser.look(page, "desk-marks");
    press(page, "3", "Enter");
    assertThat(page.locator("#mine")).isVisible();
    assertThat(page.locator(".sheet-words")).containsText("[phone] and then 0808 800 5000");
    press(page, "d");
    assertThat(page.locator("#mine")).isFocused();
    press(page, "Enter");
    assertThat(page.locator("#mine")).hasCount(0);
    for (int width : RealBrowser.WIDTHS) {
      page.setViewportSize(width, page.viewportSize().height);
      RealBrowser.look(page, "desk-concern-mine");
    }
    press(page, "c");
    page.keyboard().type("going to ring them");
    press(page, "Escape", "g");
    assertThat(page).not().hasURL(Pattern.compile(".*/next"));
    assertThat(page.locator("main")).not().containsText("He rang");
  }

  @Test
  void a_worry_is_taken_on_without_losing_what_was_chosen_and_an_answer_is_left_for_now()
      throws Exception {
    said("He hits me with a belt every night.", "en");
    var page = first(RealBrowser.DESK);
    page.locator("#take-change").fill("a belt");
    press(page, "Tab");
    page.locator("h1").click();
    press(page, "2", "d");
    assertThat(page.locator("#mine")).isFocused();
    press(page, "Enter");
    assertThat(page.locator("#mine")).hasCount(0);
    assertThat(page.locator("#risk-red")).isChecked();
    assertThat(page.locator("#take-change")).hasValue("a belt");
    for (int width : RealBrowser.WIDTHS) {
      page.setViewportSize(width, page.viewportSize().height);
      RealBrowser.look(page, "desk-worry-chosen");
    }
    press(page, "l");
    assertThat(page.locator("#leave")).isFocused();
    press(page, "Enter");
    assertThat(page).hasURL(QUEUE);
    assertThat(page.locator("main")).containsText("You left it for now");
    assertThat(page.locator("#next")).hasCount(0);
    RealBrowser.look(page, "desk-left");
  }

  @Test
  void keys_that_are_switched_off_do_nothing_and_stay_off() throws Exception {
    said("The Caretaker was kind.", "en");
    var page = first(RealBrowser.DESK);
    page.getByLabel("Use these keys").uncheck();
    page.reload();
    assertThat(page.getByLabel("Use these keys")).not().isChecked();
    press(page, "w", "1", "n", "r");
    assertThat(here(page)).hasCount(0);
    assertThat(page.locator(":focus")).hasCount(0);
    assertThat(page.locator("[name=risk]:checked")).hasCount(0);
    page.navigate(house.address() + "/office/clearing");
    press(page, "g");
    assertThat(page).hasURL(QUEUE);
    page.getByLabel("Use these keys").check();
    press(page, "g");
    assertThat(page).hasURL(SHEET);
  }

  @Test
  void a_form_that_was_just_sent_is_not_sent_again() throws Exception {
    said("It was fine.", "en");
    var page = first(RealBrowser.DESK);
    Assertions.assertThat(
            page.evaluate(
                """
                () => {
                  const form = document.getElementById("risk-none").form;
                  const sent = () => form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
                  return [sent(), sent()];
                }
                """))
        .isEqualTo(List.of(true, false));
  }

  @Test
  void without_script_the_queue_leads_on_and_a_line_takes_words_out() throws Exception {
    said("The caretaker was kind.", "en");
    said("It was fine.", "en");
    var settings = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    var page = signedIn(browser.person(settings)).newPage();
    page.navigate(house.address() + "/office/clearing");
    page.getByText("Read the next answer").click();
    for (int left = 2; left > 0; left--) {
      assertThat(page).hasURL(SHEET);
      assertThat(page.locator("#keys")).isHidden();
      if (page.locator(".sheet-words").innerText().contains("caretaker")) {
        page.locator("#take-change").fill("caretaker");
      }
      page.locator("#risk-none").check();
      page.getByText("Clear this answer").click();
    }
    assertThat(page).hasURL(QUEUE);
    assertThat(page.locator("main")).containsText("Nothing waits");
    assertThat(page.locator("#next")).hasCount(0);
  }

  private void said(String words, String language) throws Exception {
    var phone = new Phone(house.address());
    var link =
        house
            .invited(1, "assessment-parent", "PARENT", "", "M3", language, SetClock.START)
            .getFirst();
    phone.send(
        phone.open(link),
        Map.of("why", "agree", "listened", "neither", "missing", "time", "change", words));
    house.get(OpenJob.class).run();
  }

  /** By a key from the queue. */
  private Page first(int width) throws Exception {
    var page = signedIn(browser.person(width)).newPage();
    page.navigate(house.address() + "/office/clearing");
    RealBrowser.look(page, "desk-queue-next");
    press(page, "g");
    assertThat(page).hasURL(SHEET);
    assertThat(page.locator("#keys")).isVisible();
    return page;
  }

  private BrowserContext signedIn(BrowserContext person) throws Exception {
    Desk.of(house, Role.READER, Set.of("en", "ar")).lend(person, house.address());
    return person;
  }

  private String onlyOne() throws Exception {
    return house.database().column("SELECT id FROM bridge.envelope").getFirst();
  }

  private static Locator here(Page page) {
    return page.locator(".sheet-here");
  }

  private static void press(Page page, String... keys) {
    for (var key : keys) {
      page.keyboard().press(key);
    }
  }
}
