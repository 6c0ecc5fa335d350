package org.hearback.theme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import java.util.UUID;
import org.hearback.OneHouse;
import org.hearback.RealBrowser;
import org.hearback.TestHouse;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Saves, opens, renames and deletes a search by keys alone: on a phone, where each page is also
 * looked at as on a desk, and in the full run on a desk too.
 */
class SavedWalkTest {
  @RegisterExtension private static final OneHouse ONE = new OneHouse();

  private static final String PASSWORD = "a password for tests";

  private final TestHouse house = ONE.get();

  @Test
  void a_search_is_saved_opened_renamed_and_deleted_by_keys_alone() throws Exception {
    walkIn(RealBrowser.PHONE);
  }

  @Test
  @Tag("full")
  void the_same_way_is_gone_on_a_desk() throws Exception {
    walkIn(RealBrowser.DESK);
  }

  private void walkIn(int width) throws Exception {
    house
        .get(Hired.class)
        .add(
            new Staff(
                UUID.randomUUID(),
                "ana",
                "Ana Lyst",
                Set.of(Role.ANALYST),
                Set.of(),
                Set.of("en"),
                "ana@council.example",
                ""),
            PASSWORD);
    var feedback = new Feedback(house.database());
    feedback.say("The interpreter never came, so my son had to translate for me.");
    feedback.say("We had to wait for the interpreter.");
    house.get(IndexJob.class).run();
    try (var browser = new RealBrowser();
        var person = browser.person(width)) {
      walk(person.newPage(), feedback);
    }
  }

  private void walk(Page page, Feedback feedback) throws Exception {
    signIn(page);
    page.getByRole(AriaRole.LINK, named("Saved searches")).first().click();
    assertThat(page.getByText("You have saved none")).isVisible();
    assertThat(page.locator("[aria-current]")).hasText("Saved searches");
    RealBrowser.lookTwice(page, "saved-none");
    press(page, page.getByRole(AriaRole.LINK, named("Search the comments")));
    RealBrowser.tabTo(page, page.getByLabel("Words or a phrase"));
    page.keyboard().type("interpreter");
    page.keyboard().press("Enter");
    assertThat(page.locator("#found")).isVisible();
    RealBrowser.lookTwice(page, "saved-search");
    press(page, page.getByRole(AriaRole.LINK, named("Save this search")));
    assertThat(page.locator("h1")).hasText("Save this search");
    RealBrowser.lookTwice(page, "saved-new");
    press(page, page.getByRole(AriaRole.BUTTON, named("Save").setExact(true)));
    assertThat(page.locator(".govuk-error-summary")).containsText("Give it a name");
    RealBrowser.lookTwice(page, "saved-new-wrong");
    RealBrowser.tabTo(page, page.getByLabel("Name"));
    page.keyboard().type("Words for each other");
    RealBrowser.tabTo(page, page.getByLabel("Send me an e-mail"));
    page.keyboard().press("Space");
    press(page, page.getByRole(AriaRole.BUTTON, named("Save").setExact(true)));
    assertThat(page.locator("h1")).hasText("Saved searches");
    feedback.say("Another interpreter");
    house.get(IndexJob.class).run();
    page.reload();
    assertThat(page.locator(".office-hit")).containsText("1 more since you opened it");
    RealBrowser.lookTwice(page, "saved-list");
    press(page, page.getByRole(AriaRole.LINK, named("Words for each other")));
    assertThat(page.locator("#words")).hasValue("interpreter");
    page.goBack();
    page.reload();
    assertThat(page.locator(".office-hit")).containsText("as many as when you opened it");
    press(page, page.getByRole(AriaRole.LINK, named("Change or delete")));
    assertThat(page.getByLabel("Send me an e-mail")).isChecked();
    RealBrowser.lookTwice(page, "saved-change");
    RealBrowser.tabTo(page, page.getByLabel("Name"));
    page.keyboard().press("ControlOrMeta+A");
    page.keyboard().type("Averylongnamewithoutanybreakthatgoesonandonandonuntilitstops");
    page.keyboard().press("Enter");
    assertThat(page.locator(".office-hit")).containsText("Averylongname");
    RealBrowser.lookTwice(page, "saved-list-long");
    press(page, page.getByRole(AriaRole.LINK, named("Change or delete")));
    press(page, page.getByRole(AriaRole.BUTTON, named("Delete this search")));
    assertThat(page.getByText("You have saved none")).isVisible();
  }

  private void signIn(Page page) {
    page.navigate(house.address() + "/office");
    page.getByLabel("User name").fill("ana");
    page.getByLabel("Password").fill(PASSWORD);
    page.locator("main button").click();
    assertThat(page.locator(".office-header__person")).isVisible();
  }

  private static void press(Page page, Locator aim) {
    RealBrowser.tabTo(page, aim);
    page.keyboard().press("Enter");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
