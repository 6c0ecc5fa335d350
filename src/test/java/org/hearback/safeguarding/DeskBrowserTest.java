package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Set;
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

/** The duty desk and the unlocks in a real browser, by keys alone, on a desk and on a phone. */
class DeskBrowserTest {
  @RegisterExtension static final RealBrowser browser = new RealBrowser();

  private TestHouse house;

  @BeforeEach
  void three_answers_wait() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    house.onDuty();
    var phone = new Phone(house.address());
    for (var change :
        new String[] {
          "The worker from Larkhollow rang me on 07700 900321 and was kind.",
          "He hits me. My brother Ozzwin saw it."
        }) {
      phone.send(
          phone.open(house.invited(1).getFirst()), Map.of("listened", "agree", "change", change));
    }
    var arabic =
        house.invited(1, "assessment-parent", "PARENT", "", "M3", "ar", SetClock.START).getFirst();
    phone.send(phone.open(arabic), Map.of("change", "لم يأت المترجم فترجم ابني كل شيء."));
    house.get(OpenJob.class).run();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void three_answers_are_cleared_by_keys_alone_and_an_unlock_takes_two() throws Exception {
    var reader = Desk.of(house, Role.READER, Set.of("en", "ar"));
    var lead = Desk.of(house, Role.LEAD, Set.of("en"));
    try (var atDesk = browser.person(1280);
        var onPhone = browser.person(360)) {
      reader.lend(atDesk, house.address());
      lead.lend(onPhone, house.address());
      var page = atDesk.newPage();
      page.navigate(house.address() + "/office/clearing");
      RealBrowser.look(page, "desk-queue");
      page.navigate(house.address() + "/office/clearing/next");
      assertThat(page.locator("main").innerText()).contains("He hits me.");
      RealBrowser.look(page, "desk-sheet-red");
      unlock(page, onPhone.newPage());

      page.navigate(house.address() + "/office/clearing/next");
      page.keyboard().press("2");
      page.keyboard().press("Enter");
      page.getByText("Close the concern").first().waitFor();
      RealBrowser.look(page, "desk-sheet-concern");
      page.navigate(house.address() + "/office/clearing/next");
      assertThat(page.locator("main").innerText()).doesNotContain("He hits me.");
      plainOrArabic(page);
      plainOrArabic(page);
      assertThat(page.url()).endsWith("/office/clearing");
      assertThat(
              house
                  .database()
                  .column("SELECT COUNT(*) FROM bridge.clearing WHERE state = 'queued'"))
          .containsExactly("0");
      RealBrowser.look(page, "desk-queue-concern");
    }
  }

  /** Whichever comes first. */
  private void plainOrArabic(Page page) {
    if (page.locator("main").innerText().contains("Larkhollow")) {
      page.keyboard().press("n");
      page.keyboard().press("Space");
      assertThat(page.locator("mark.sheet-doubt.sheet-struck").allTextContents())
          .containsExactly("Larkhollow");
      RealBrowser.look(page, "desk-sheet-doubts");
    } else {
      RealBrowser.look(page, "desk-sheet-arabic");
      page.locator("#english-change").fill("Nobody came to interpret, so my son did it all.");
      page.locator("h1").click();
    }
    clear(page, "1");
  }

  private static void clear(Page page, String risk) {
    var here = page.url();
    page.keyboard().press(risk);
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.equals(here) && !url.endsWith("/next"));
  }

  private void unlock(Page reader, Page lead) {
    reader.getByText("Somebody has to know who sent this").click();
    RealBrowser.look(reader, "unlock-answer");
    reader.getByText("Somebody may be seriously hurt").check();
    reader.getByText("Ask for a second person").click();
    assertThat(reader.locator(".govuk-error-summary").innerText()).contains("Say why");
    RealBrowser.look(reader, "unlock-answer-error");
    reader.locator("#note").fill("The writer is hit by somebody at home.");
    reader.getByText("Ask for a second person").click();
    RealBrowser.look(reader, "unlock-asked");
    lead.navigate(house.address() + "/office/unlock");
    RealBrowser.look(lead, "unlocks");
    lead.locator("main table a").first().click();
    RealBrowser.look(lead, "unlock-to-decide");
    lead.getByText("Yes, unlock it").click();
    lead.getByText("Show who sent it").click();
    RealBrowser.look(lead, "unlock-sender");
    lead.getByText("The unlock").click();
    RealBrowser.look(lead, "unlock-open");
    lead.locator("#told-yes").check();
    lead.locator("#note").fill("The duty team visits today.");
    lead.locator("button").getByText("Give account").click();
    assertThat(lead.url()).endsWith("/office/unlock");
    lead.locator("main table a").first().click();
    RealBrowser.look(lead, "unlock-answer-lead");
  }
}
