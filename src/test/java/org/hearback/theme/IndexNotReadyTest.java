package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.hearback.RealBrowser;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.junit.jupiter.api.Test;

/** Who comes while the first index is built loses nothing by it. */
class IndexNotReadyTest {
  private static final String PASSWORD = "a password for tests";

  @Test
  void whoever_tries_again_asks_for_the_same() throws Exception {
    try (var house = TestHouse.on(TestDatabase.shared());
        var browser = new RealBrowser();
        var person = browser.person(RealBrowser.PHONE)) {
      house
          .get(Hired.class)
          .add(
              new Staff(
                  UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), Set.of(), Set.of("en")),
              PASSWORD);
      new Feedback(house.database()).say("late again");
      var page = person.newPage();
      page.navigate(house.address() + "/office");
      page.getByLabel("User name").fill("ana");
      page.getByLabel("Password").fill(PASSWORD);
      page.locator("main button").click();
      var asked = house.address() + "/office/search?words=late&area=family-help&order=newest";
      page.navigate(asked);
      assertThat(page.locator("h1").textContent()).isEqualTo("The index is being built");
      RealBrowser.lookTwice(page, "index-not-ready");
      house.get(IndexJob.class).run();
      page.getByText("Try again").last().click();
      assertThat(page.url()).isEqualTo(asked);
      assertThat(page.locator("#found").textContent()).isEqualTo("1 comment found");
    }
  }
}
