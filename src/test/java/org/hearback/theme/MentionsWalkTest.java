package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.hearback.OnTestDatabase;
import org.hearback.RealBrowser;
import org.hearback.TestDatabase;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In a real browser, on a phone and a desk: from an area to what others say of it, and onward. */
@MicronautTest(transactional = false)
class MentionsWalkTest implements OnTestDatabase {
  private static final String PASSWORD = "a password for tests";

  private final TestDatabase database = TestDatabase.shared();
  @Inject EmbeddedServer server;
  @Inject Hired users;
  @Inject IndexJob job;

  @Test
  void from_an_area_to_what_others_say_of_it_and_onward() throws Exception {
    walkIn(RealBrowser.PHONE);
  }

  @Test
  @Tag("full")
  void the_same_way_is_gone_on_a_desk() throws Exception {
    walkIn(RealBrowser.DESK);
  }

  private void walkIn(int width) throws Exception {
    fill();
    try (var browser = new RealBrowser();
        var person = browser.person(width)) {
      walk(person.newPage());
    }
  }

  private void walk(Page page) {
    page.navigate(server.getURI() + "/office/areas/fostering");
    page.getByLabel("User name").fill("ana");
    page.getByLabel("Password").fill(PASSWORD);
    page.locator("main button").click();
    page.navigate(server.getURI() + "/office/areas/fostering");
    RealBrowser.lookTwice(page, "mentions-area");
    page.getByText("Comments of other areas that talk about this one").click();
    assertThat(page.locator("#found").textContent()).isEqualTo("3 comments found");
    assertThat(page.locator(".office-mentioned").textContent()).isEqualTo("Fostering and kinship");
    RealBrowser.lookTwice(page, "mentions-of-an-area");
    var hit = page.locator(".office-hit", new Page.LocatorOptions().setHasText("police officer"));
    hit.locator("a", new Locator.LocatorOptions().setHasText("Police")).click();
    assertThat(page.locator("#found").textContent()).isEqualTo("2 comments found");
    page.locator("summary").filter(new Locator.FilterOptions().setHasText("How many")).click();
    RealBrowser.lookTwice(page, "mentions-of-police");
    assertThat(page.locator("#mentions").inputValue()).isEqualTo("police");
    page.getByLabel("Also talks about").selectOption("schools");
    page.locator("main button[type=submit]").first().click();
    assertThat(page.locator("#found").textContent()).isEqualTo("1 comment found");
    page.getByText("Whole answer").first().click();
    var others = page.locator(".govuk-hint", new Page.LocatorOptions().setHasText("Also talks"));
    assertThat(others.textContent())
        .startsWith("Also talks about: ")
        .contains("Police", "Schools and nurseries");
    RealBrowser.lookTwice(page, "mentions-whole-answer");
    page.navigate(server.getURI() + "/office/search?words=&area=fostering");
    page.getByText("Comments of other areas that talk about Fostering and kinship").click();
    assertThat(page.locator("#found").textContent()).isEqualTo("3 comments found");
  }

  private void fill() throws Exception {
    users.add(
        new Staff(
            UUID.randomUUID(), "ana", "Ana Lyst", Set.of(Role.ANALYST), Set.of(), Set.of("en")),
        PASSWORD);
    var feedback = new Feedback(database);
    var usual = Feedback.At.usual();
    feedback.say(
        "The police officer at school knew before the foster carers did, and nobody told us.");
    feedback.say("Die Pflegemutter war nett", usual.language("de"));
    feedback.say("Моя прийомна мама мене слухає.", usual.language("uk").area("family-help-south"));
    feedback.say("العائلة الحاضنة طيبة مع أخي.", usual.language("ar"));
    feedback.say("The policewoman who came along was kinder than my worker.");
    feedback.say("I like my foster mum", usual.area("fostering"));
    feedback.say("My worker was kind");
    job.run();
  }
}
