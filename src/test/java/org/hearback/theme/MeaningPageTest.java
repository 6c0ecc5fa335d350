package org.hearback.theme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hearback.RealBrowser;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.junit.jupiter.api.Test;

/** What the pages say of comments that are found by what they mean, with the real model. */
class MeaningPageTest {
  private static final String PASSWORD = "a password for tests";

  @Test
  void other_words_are_offered_beside_it_and_it_marks_no_words_out() throws Exception {
    var meaning = Map.<String, Object>of("hearback.index.meaning", "true");
    try (var house = TestHouse.on(TestDatabase.shared(), meaning);
        var browser = new RealBrowser();
        var person = browser.person(RealBrowser.PHONE)) {
      house
          .get(Hired.class)
          .add(
              new Staff(
                  UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), Set.of(), Set.of("en")),
              PASSWORD);
      var feedback = new Feedback(house.database());
      feedback.say("The telephone is out of order.");
      feedback.say("Nobody phoned me.");
      feedback.say("They never rang back.");
      feedback.say("We like the garden.");
      house.get(IndexJob.class).run();
      var page = person.newPage();
      page.navigate(house.address() + "/office");
      page.getByLabel("User name").fill("ana");
      page.getByLabel("Password").fill(PASSWORD);
      page.locator("main button").click();
      page.navigate(house.address() + "/office/search?words=telefone+order");
      var main = page.locator("main");
      assertThat(main).containsText("No comment that you may read says telefone.");
      RealBrowser.lookTwice(page, "search-offered");
      page.locator("a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("telephone"))
          .first()
          .click();
      assertThat(page.locator("#words")).hasValue("telephone order");
      assertThat(page.locator("mark").first()).hasText("telephone");
      page.navigate(house.address() + "/office/search?words=nobody+phoned+me");
      page.getByText("Words that mark these out").click();
      assertThat(main).containsText("found by meaning alone, without these words");
      assertThat(main).containsText("on neither side");
      RealBrowser.lookTwice(page, "words-by-meaning");
    }
  }
}
