package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearback.Desk;
import org.hearback.OneHouse;
import org.hearback.RealBrowser;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.form.FormFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What content people see of forms and words. */
class PreviewPageTest {
  private static final String PATH = "/office/preview";
  private static final String ONE = PATH + "/conference-young-person/1";

  /** As in a try-out, so that drafts and mistakes can be seen. */
  private static final Path SOURCES = Path.of("target/preview").toAbsolutePath();

  @RegisterExtension
  private static final OneHouse HOUSE =
      new OneHouse(Map.of("hearback.preview.folder", SOURCES.toString()));

  private final TestHouse house = HOUSE.get();
  private Desk desk;

  /** Each test finds the sources as they are. */
  @BeforeEach
  void open() throws Exception {
    if (Files.exists(SOURCES)) {
      try (var left = Files.walk(SOURCES)) {
        for (var file : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(SOURCES);
    for (var folder : Set.of("forms", "i18n")) {
      try (var files = Files.walk(Path.of(folder))) {
        for (var file : files.toList()) {
          Files.copy(file, SOURCES.resolve(file));
        }
      }
    }
    desk = Desk.of(house, Role.MANAGER, Set.of());
  }

  @Test
  void every_form_and_language_is_there_with_its_sentences_counted() throws Exception {
    var body = desk.get(PATH).body();
    var links = links();
    assertThat(links).allSatisfy(link -> assertThat(body).contains("href=\"" + link + "\""));
    int languages = FormFixtures.words().languages().size();
    assertThat(links.size() / languages).as("forms").isGreaterThanOrEqualTo(languages);
    // each form, and so each language: every look reads all sources anew
    for (int form = 0; form < links.size() / languages; form++) {
      opens(links.get(form * languages + form % languages));
    }
    assertThat(body)
        .contains("needs review", ">All ", "disability", "to look at")
        .doesNotContain("Cannot be taken");
    assertThat(desk.get(ONE).body())
        .contains("<h1 class=\"govuk-heading-l\">Conference young person, version 1</h1>");
    assertThat(desk.get(PATH + "/conference-young-person/9").statusCode()).isEqualTo(404);
    assertThat(desk.get(PATH + "/no-form/1/page").statusCode()).isEqualTo(404);
  }

  @Test
  @Tag("full")
  void every_form_opens_in_every_language() throws Exception {
    for (var link : links()) {
      opens(link);
    }
  }

  /** Each form in each language, the languages of a form side by side. */
  private static List<String> links() {
    return FormFixtures.forms().all().stream()
        .flatMap(form ->
            FormFixtures.words().languages().stream()
                .map(language ->
                    PATH + "/" + form.name() + "/" + form.version() + "?lang=" + language))
        .toList();
  }

  private void opens(String link) throws Exception {
    assertThat(desk.get(link).statusCode()).as(link).isEqualTo(200);
  }

  @Test
  void a_form_is_the_page_that_respondents_see_but_for_its_token() throws Exception {
    var form = FormFixtures.forms().find("conference-young-person", 1).orElseThrow();
    var pages = house.get(FormPages.class);
    var seen = pages.refused(form, "ar", "N", Face.WRITING, Map.of(), Map.of());
    var preview = desk.get(ONE + "/page?lang=ar").body();
    assertThat(
            preview.replaceFirst(
                "name=\"csrfToken\" value=\"[^\"]+\"", "name=\"nonce\" value=\"N\""))
        .isEqualTo(seen.replace(" data-address=\"/answer\"", ""));
  }

  @Test
  void it_is_framed_by_this_house_alone_and_nothing_of_it_is_kept() throws Exception {
    var page = desk.get(ONE + "/page");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors 'self'", "default-src 'none'");
    assertThat(page.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(desk.get(ONE).headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-src 'self'", "frame-ancestors 'none'");
    assertThat(desk.get(PATH).headers().firstValue("X-Frame-Options")).contains("DENY");
  }

  @Test
  void what_is_sent_is_answered_as_a_preview_and_stored_nowhere() throws Exception {
    var page = ONE + "/page";
    var sent = desk.post(page, page, Map.of("views", "agree", "ask", "Words of mine."));
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.body()).contains("This was a preview", "href=\"page?lang=en\"");
    assertThat(sent.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
    assertThat(house.database().column("SELECT COUNT(*) FROM bridge.envelope"))
        .containsExactly("0");
    var nothing = desk.post(page, page, Map.of());
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("You have not answered a question yet");
    var tooLong = desk.post(page, page, Map.of("ask", "w".repeat(1001)));
    assertThat(tooLong.body()).contains("is too long", "w".repeat(1001));
  }

  @Test
  void only_managers_have_it() throws Exception {
    for (var role : Set.of(Role.ANALYST, Role.READER, Role.OPERATOR)) {
      var other = Desk.of(house, role, Set.of("en"));
      for (var path : Set.of(PATH, ONE, ONE + "/page")) {
        assertThat(other.get(path).headers().firstValue("location")).contains("/office/forbidden");
      }
    }
  }

  @Test
  void a_changed_file_shows_at_the_next_look() throws Exception {
    var english = SOURCES.resolve("i18n/en.properties");
    change(english, "Were you treated fairly?", "Was your placement fair?");
    var body = desk.get(PATH).body();
    assertThat(body)
        .contains("form.pathway-care-leaver.fair was published as")
        .contains("says “placement” to care leavers. Say instead: home, where I live.");
    assertThat(desk.get(PATH + "/pathway-care-leaver/1/page").body())
        .contains("Was your placement fair?");
    assertThat(desk.get(PATH + "/pathway-care-leaver/1").body()).contains("To mend");
  }

  @Test
  void a_draft_is_seen_before_it_is_published_and_what_is_missing_is_said() throws Exception {
    var draft = Files.createDirectories(SOURCES.resolve("forms/a-draft")).resolve("1.yml");
    Files.copy(SOURCES.resolve("forms/service-parent/1.yml"), draft);
    assertThat(desk.get(PATH).body())
        .contains("forms/a-draft/1.yml: i18n/en.properties lacks form.a-draft.why");
    words("en", "form.service-parent.", "form.a-draft.");
    assertThat(desk.get(PATH).body()).contains("A draft, version 1", "Draft");
    var one = desk.get(PATH + "/a-draft/1?lang=ar").body();
    assertThat(one).contains("Sentences that are missing: 10", "form.a-draft.why");
    words("ar", "form.service-parent.", "form.a-draft.");
    assertThat(desk.get(PATH + "/a-draft/1?lang=ar").body()).doesNotContain("that are missing");
    change(draft, "key: why", "key: listened");
    assertThat(desk.get(PATH).body())
        .contains("forms/a-draft/1.yml: [uses the key twice: listened]")
        .doesNotContain("A draft, version 1");
  }

  @Test
  void words_that_cannot_be_read_are_told_of_and_the_others_are_shown() throws Exception {
    change(SOURCES.resolve("i18n/en.properties"), "{council} about", "{council about");
    assertThat(desk.get(PATH).body())
        .contains("i18n/en.properties, help.duty:", "those that were built in");
    assertThat(desk.get(ONE + "/page").body()).contains("about a child’s safety");
    Files.writeString(SOURCES.resolve("forms/banned-words.yml"), "words: [{word: x}]\n");
    assertThat(desk.get(PATH).body()).contains("forms/banned-words.yml: ");
    Files.delete(SOURCES.resolve("i18n/ar.properties"));
    assertThat(desk.get(PATH).body()).contains("i18n/ar.properties cannot be read");
  }

  @Test
  void it_fits_and_can_be_filled_in_within_its_frame() throws Exception {
    fillIn(RealBrowser.PHONE);
  }

  @Test
  @Tag("full")
  void it_can_be_filled_in_on_a_desk() throws Exception {
    fillIn(RealBrowser.DESK);
  }

  private void fillIn(int width) throws Exception {
    change(SOURCES.resolve("i18n/en.properties"), "We have your answers.", "We have your answers!");
    change(SOURCES.resolve("i18n/ar.properties"), "send.button", "send.nothing");
    try (var browser = new RealBrowser();
        var person = browser.person(width)) {
      desk.lend(person, house.address());
      var page = person.newPage();
      page.navigate(house.address() + PATH);
      RealBrowser.lookTwice(page, "previews");
      page.navigate(house.address() + ONE + "?lang=ar");
      RealBrowser.lookTwice(page, "preview-ar");
      page.navigate(house.address() + ONE);
      RealBrowser.lookTwice(page, "preview-en");
      fill(page);
    }
  }

  private static void fill(Page page) {
    var refused = new ArrayList<String>();
    page.onConsoleMessage(message -> refused.add(message.text()));
    var frame = page.frameLocator(".preview-frame");
    frame.locator("[data-go=start]").click();
    frame.locator("#f-explained").check();
    for (int i = 0; i < 8; i++) {
      frame.locator("[data-go=on]").click();
    }
    frame.locator(".hb-send button.hb-button").click();
    frame.getByText("This was a preview").waitFor();
    frame.locator("a").click();
    frame.locator("[data-go=start]").waitFor();
    assertThat(refused).isEmpty();
  }

  /** Gives a form's sentences to another form. */
  private void words(String language, String from, String to) throws IOException {
    var file = SOURCES.resolve("i18n/" + language + ".properties");
    var more = new StringBuilder(Files.readString(file));
    for (var line : Files.readAllLines(file)) {
      if (line.startsWith(from)) {
        more.append(line.replace(from, to)).append('\n');
      }
    }
    Files.writeString(file, more);
  }

  private static void change(Path file, String from, String to) throws IOException {
    var text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replaceFirst(Pattern.quote(from), to));
  }
}
