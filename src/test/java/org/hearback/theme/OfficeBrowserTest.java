package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * The staff pages in a real browser: whoever walks through them on a phone finds each also as it is
 * on a desk, axe finds nothing and nothing sticks out. In the full run somebody walks on a desk
 * too.
 */
@MicronautTest(transactional = false)
class OfficeBrowserTest implements OnTestDatabase {
  private static final String PASSWORD = "a password for tests";
  private static final String UNPRINTED =
      "The reading room is not printed: what single people said and true counts stay on the"
          + " screen. Print an evidence sheet instead.";

  private final TestDatabase database = TestDatabase.shared();
  @Inject EmbeddedServer server;
  @Inject Hired users;
  @Inject IndexJob job;

  private UUID late;

  @Test
  void sign_in_search_and_a_whole_answer_can_be_used_by_everybody() throws Exception {
    walkIn(RealBrowser.PHONE);
  }

  @Test
  @Tag("full")
  void the_same_way_is_gone_on_a_desk() throws Exception {
    walkIn(RealBrowser.DESK);
  }

  private void walkIn(int width) throws Exception {
    fill();
    late =
        new Feedback(database)
            .say(
                "They rang in the end.",
                Feedback.At.usual().milestone("late").period("2027").language(""));
    try (var browser = new RealBrowser();
        var person = browser.person(width)) {
      walk(person.newPage());
    }
  }

  private void walk(Page page) {
    page.navigate(server.getURI() + "/office");
    RealBrowser.lookTwice(page, "office-sign-in");
    page.getByLabel("User name").fill("ana");
    page.getByLabel("Password").fill("wrong");
    page.locator("main button").click();
    RealBrowser.lookTwice(page, "office-sign-in-failed");
    page.getByLabel("User name").fill("ana");
    page.getByLabel("Password").fill(PASSWORD);
    page.locator("main button").click();
    RealBrowser.lookTwice(page, "office-start");
    page.locator("main").getByText("Search comments").click();
    RealBrowser.lookTwice(page, "office-search");
    page.getByLabel("Words or a phrase").fill("listen");
    page.locator("main button").click();
    assertThat(page.locator("mark").allTextContents())
        .isNotEmpty()
        .isSubsetOf("listened", "listening");
    page.getByText("How many, where").click();
    RealBrowser.lookTwice(page, "office-search-hits");
    staysOnTheScreen(page, "office-search-hits-paper");
    page.getByText("Next page").click();
    RealBrowser.lookTwice(page, "office-search-page-2");
    page.getByText("More like this").first().click();
    RealBrowser.lookTwice(page, "office-search-like");
    page.navigate(server.getURI() + "/office/search?words=lissened");
    assertThat(page.locator(".office-searched").textContent()).isEqualTo("listened");
    RealBrowser.lookTwice(page, "office-search-corrected");
    page.navigate(server.getURI() + "/office/search?words=zebra&area=family-help");
    RealBrowser.lookTwice(page, "office-search-nothing");
    page.navigate(server.getURI() + "/office/search?words=%22us+listened%22&theme=listened-to");
    RealBrowser.lookTwice(page, "office-search-phrase");
    page.getByText("Search for the same words").click();
    page.getByText("How many, where").click();
    RealBrowser.lookTwice(page, "office-search-within-theme");
    page.navigate(server.getURI() + "/office/search?words=" + "اجتماع");
    assertThat(page.locator("mark").first().textContent()).isEqualTo("الاجتماع");
    RealBrowser.lookTwice(page, "office-search-arabic");
    page.getByText("Whole answer").first().click();
    RealBrowser.lookTwice(page, "office-response");
    staysOnTheScreen(page, "office-response-paper");
    page.getByText("This points to a person").click();
    RealBrowser.lookTwice(page, "office-response-reported");
    page.navigate(server.getURI() + "/office/responses/" + late);
    assertThat(page.locator("main").innerText()).contains("2027 or before", "nor when it was said");
    RealBrowser.lookTwice(page, "office-response-late");
    page.navigate(server.getURI() + "/office/themes");
    RealBrowser.lookTwice(page, "office-themes");
    page.getByText("Listened to").first().click();
    assertThat(page.locator("h1").textContent()).isEqualTo("Listened to");
    RealBrowser.lookTwice(page, "office-theme");
    staysOnTheScreen(page, "office-theme-paper");
    var read = page.locator("main a", new Page.LocatorOptions().setHasText("Read the")).first();
    var many = read.textContent().replaceAll("\\D", "");
    read.click();
    assertThat(page.locator("#found").textContent()).isEqualTo(many + " comments found");
    page.navigate(server.getURI() + "/office/retention");
    RealBrowser.lookTwice(page, "office-retention");
    page.navigate(server.getURI() + "/office/forbidden");
    RealBrowser.lookTwice(page, "office-forbidden");
    page.getByText("Sign out").click();
    assertThat(page.url()).endsWith("/office/sign-in");
    readers(page);
  }

  /** On paper there is one sentence, and nothing of what the page shows. */
  private static void staysOnTheScreen(Page page, String name) {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("body").innerText().strip()).as(name).isEqualTo(UNPRINTED);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    assertThat(page.locator("body").innerText()).as(name).doesNotContain(UNPRINTED);
  }

  @Test
  void no_page_of_the_reading_room_is_printed() throws Exception {
    try (var views = Files.list(Path.of("src/main/resources/views/theme"))) {
      for (var view : views.toList()) {
        var page = Files.readString(view);
        if (page.contains("<main ")) {
          assertThat(page).as(view.toString()).contains("govuk-main-wrapper office-room\"");
        }
      }
    }
  }

  private void readers(Page page) {
    page.getByLabel("User name").fill("rea");
    page.getByLabel("Password").fill(PASSWORD);
    page.locator("main button").click();
    page.locator("main").getByText("Reported comments").click();
    RealBrowser.lookTwice(page, "office-reported");
    page.getByText("Look at it").first().click();
    RealBrowser.lookTwice(page, "office-reported-one");
    page.locator("main button").click();
    RealBrowser.lookTwice(page, "office-reported-wrong");
    page.locator("label[for=how-nothing]").click();
    page.locator("main button").click();
    assertThat(page.url()).endsWith("/office/reported");
  }

  private void fill() throws Exception {
    users.add(
        new Staff(
            UUID.randomUUID(), "ana", "Ana Lyst", Set.of(Role.ANALYST), Set.of(), Set.of("en")),
        PASSWORD);
    users.add(
        new Staff(
            UUID.randomUUID(), "rea", "Rea Der", Set.of(Role.READER), Set.of(), Set.of("en", "ar")),
        PASSWORD);
    var feedback = new Feedback(database);
    var arabic =
        feedback.say("الاجتماع كان طويلا ولم يستمع إلينا أحد", Feedback.At.usual().language("ar"));
    database.execute("INSERT INTO feedback.tick VALUES ('" + arabic + "', 'listened', 'disagree')");
    feedback.say("Nobody was listening.\nThey had decided before [name] sat down.");
    for (int i = 0; i < 24; i++) {
      feedback.say(
          "She listened to us, visit "
              + i
              + " "
              + "averylongwordwithoutanybreak".repeat(i == 3 ? 6 : 0),
          i % 3 == 0
              ? Feedback.At.usual()
              : Feedback.At.usual()
                  .area(i % 2 == 0 ? "family-help-south" : "first-contact")
                  .audience(i % 4 == 0 ? "YOUNG_PERSON" : "PARENT")
                  .period(i % 5 == 0 ? "2025-12" : "2026-08"));
    }
    job.run();
  }
}
