package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hearback.OnTestDatabase;
import org.hearback.TestDatabase;
import org.hearback.access.Browser;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.audit.Auditor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The pages about trends and words, over comments whose truth is known. It is November 2026: July
 * to September is the newest whole quarter.
 */
@MicronautTest(transactional = false)
class TrendsPageTest implements OnTestDatabase {
  private static final String PASSWORD = "a password for tests";
  private static final String CHANGES = "we had a new social worker again";
  private static final String LISTENS = "She listened to us";
  private static final String NOTHING = "ok";

  private final TestDatabase database = TestDatabase.shared();
  @Inject EmbeddedServer server;
  @Inject Hired users;
  @Inject IndexJob job;
  @Inject Reports reports;
  private Feedback feedback;

  @BeforeEach
  void empty() throws Exception {
    feedback = new Feedback(database);
    job.run();
  }

  @Test
  void a_theme_that_rose_is_named_with_its_shares_and_no_other_is() throws Exception {
    say(6, CHANGES, "2026-Q2");
    say(12, LISTENS, "2026-Q2");
    say(42, NOTHING, "2026-Q2");
    say(30, CHANGES, "2026-08");
    say(13, LISTENS, "2026-09");
    say(17, NOTHING, "2026-Q3");
    job.run();
    var page = analyst().get("/office/trends").body();
    assertThat(page)
        .contains("120 answers with a comment.")
        .contains("60 answers beside 60 answers.")
        .contains("60 answers beside 0 answers: with fewer than 10")
        .doesNotContain(">Fell</caption>");
    assertThat(table(page, "Rose"))
        .contains("Change of worker", "50 %", "(30 of 60)", "10 %", "(6 of 60)", "+40")
        .doesNotContain("Listened to");
    assertThat(table(page, "No clear change")).contains("Listened to", "(13 of 60)", "+2");
    var theme = analyst().get("/office/themes/change-of-worker").body();
    assertThat(theme)
        .contains("It rose: 50 % (30 of 60) in July to September 2026, 10 % (6 of 60) in April")
        .contains("<svg", "38 to 62 %");
    assertThat(acts()).containsOnly("sign-in");
  }

  @Test
  void where_nothing_changed_the_page_says_so() throws Exception {
    for (var quarter : new String[] {"2025-Q3", "2026-Q2", "2026-Q3"}) {
      say(8, CHANGES, quarter);
      say(22, NOTHING, quarter);
    }
    job.run();
    var page = analyst().get("/office/trends").body();
    assertThat(page)
        .contains("beside July to September 2025")
        .contains("No theme clearly rose or fell.")
        .doesNotContain(">Rose</caption>", ">Fell</caption>");
    assertThat(page.split("No theme clearly rose or fell", -1)).hasSize(3);
  }

  @Test
  void below_ten_answers_no_share_is_drawn_and_what_has_only_a_year_is_left_out_and_said()
      throws Exception {
    say(9, CHANGES, "2026-Q3");
    say(2, CHANGES, "2026");
    job.run();
    var browser = analyst();
    var page = browser.get("/office/trends").body();
    assertThat(page)
        .contains("11 answers with a comment.")
        .contains("2 of them have only a year on the label")
        .contains("9 of 9", "Fewer than 10 answers")
        .contains("9 answers beside 0 answers: with fewer than 10")
        .doesNotContain("<svg", "100 %");
    assertThat(browser.get("/office/themes/change-of-worker").body())
        .contains("9 of 9")
        .doesNotContain("<svg");
  }

  @Test
  void answers_are_counted_and_the_links_show_exactly_the_comments_they_name() throws Exception {
    for (int i = 0; i < 12; i++) {
      var response = feedback.say(CHANGES + ". " + LISTENS, at("2026-Q3"));
      feedback.sayMore(response, CHANGES);
      feedback.sayMore(feedback.say(CHANGES, at("2026-Q3")), i < 2 ? LISTENS : NOTHING);
    }
    say(40, NOTHING, "2026-Q3");
    job.run();
    var browser = analyst();
    var page = browser.get("/office/trends").body();
    assertThat(page).contains("64 answers with a comment.").contains("24 of 64");
    assertThat(table(page, "More often than by chance"))
        .contains("Read the 12 comments that say both")
        .contains("2 answers say them in different comments.");
    assertThat(browser.get(link(page, "Read the 12 comments that say both")).body())
        .contains("12 comments found");
    assertThat(browser.get(link(page, "24 of 64")).body()).contains("36 comments found");
  }

  @Test
  void only_what_the_asker_may_see_is_counted_and_choices_narrow_it() throws Exception {
    say(10, CHANGES, "2026-Q3");
    for (int i = 0; i < 5; i++) {
      feedback.say(CHANGES, at("2026-Q3").area("family-help-south"));
      feedback.say(CHANGES, at("2026-Q3").audience("YOUNG_PERSON"));
    }
    job.run();
    assertThat(analyst().get("/office/trends").body()).contains("20 answers with a comment");
    var north = signedIn(Role.ANALYST, Set.of("family-help-north"));
    assertThat(north.get("/office/trends").body()).contains("15 answers with a comment");
    assertThat(north.get("/office/trends?group=FAMILY").body())
        .contains("10 answers with a comment")
        .contains("/office/search?words=&amp;group=FAMILY&amp;period=2026-Q3&amp;theme=");
    assertThat(north.get("/office/search/words?words=&group=FAMILY").body())
        .containsPattern("<span>10 comments</span>\\s*beside <span>5 comments</span>");
    assertThat(north.get("/office/trends?area=family-help-south").body())
        .contains("No answer with a comment.");
    assertThat(north.get("/office/trends?period=2025&theme=x").body())
        .as("every quarter and theme is shown")
        .contains("15 answers with a comment");
  }

  @Test
  void words_that_mark_out_what_was_found_are_shown_and_audited() throws Exception {
    for (int i = 0; i < 12; i++) {
      feedback.say("Nobody told us, the taxi never came", at("2026-Q3").audience("YOUNG_PERSON"));
      feedback.say("Nobody told us, the meeting was good", at("2026-Q3"));
    }
    job.run();
    var browser = analyst();
    var found = browser.get("/office/search?words=told&group=CHILD_AND_YOUNG_PERSON").body();
    var page = browser.get(link(found, "Words that mark these out"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("12 comments", "12 answers beside 12 answers")
        .containsPattern("<bdi lang=\"en\">taxi</bdi>")
        .contains("(12 of 12)", "(0 of 12)")
        .doesNotContain("<bdi lang=\"en\">told</bdi>", "<bdi lang=\"en\">meeting</bdi>");
    assertThat(acts()).containsExactly("sign-in", "search", "words-compared");
    assertThat(lastBody())
        .contains("told", "group=CHILD_AND_YOUNG_PERSON", "en 12 of 24:", " taxi");
    assertThat(browser.get(link(page.body(), "Read those with it")).body())
        .contains("12 comments found");
    assertThat(browser.get("/office/search?words=").body())
        .as("everything has no rest")
        .doesNotContain("Words that mark these out");
  }

  @Test
  void a_word_that_three_answers_had_until_one_was_reported_is_not_shown() throws Exception {
    say(20, "it was fine", "2026-Q3");
    for (int i = 0; i < 120; i++) {
      feedback.say("it was fine", at("2026-Q3").area("first-contact"));
    }
    var last = UUID.randomUUID();
    for (int i = 0; i < 3; i++) {
      last = feedback.say("Zebediah was fine", at("2026-Q3"));
    }
    job.run();
    var address = "/office/search/words?words=&area=family-help";
    assertThat(analyst().get(address).body()).contains("Zebediah");
    reports.report(feedback.commentOf(last), staff(Role.ANALYST, Set.of()));
    assertThat(analyst().get(address).body())
        .contains("No word marks them out")
        .doesNotContain("Zebediah");
  }

  @Test
  void other_languages_are_compared_where_they_have_answers_enough_and_by_what_is_said_in_english()
      throws Exception {
    for (int i = 0; i < 12; i++) {
      feedback.say("Tłumacz nie przyszedł", at("2026-Q3").language("pl"));
      feedback.say("Wszystko było dobrze", at("2026-Q3").language("pl").area("first-contact"));
      feedback.say("it was good", at("2026-Q3").area("first-contact"));
    }
    database.execute(
        "UPDATE feedback.comment SET english = 'The interpreter did not come' WHERE words LIKE"
            + " 'T%'");
    job.run();
    var page = analyst().get("/office/search/words?words=&area=family-help").body();
    assertThat(page)
        .contains(">English</h2>", ">Polish</h2>")
        .contains("<bdi lang=\"en\">interpreter</bdi>", "<bdi lang=\"pl\">Tłumacz</bdi>")
        .doesNotContain(">Romanian</h2>");
  }

  @Test
  void few_answers_and_equal_ones_have_no_words_of_their_own() throws Exception {
    say(9, "the taxi came", "2026-Q3");
    feedback.say("other", at("2026-Q3").area("first-contact"));
    job.run();
    assertThat(analyst().get("/office/search/words?words=&area=family-help").body())
        .contains("With fewer than 10 answers on one side no word can be told from chance.");
  }

  @Test
  void only_an_analyst_sees_them_and_nonsense_is_no_error() throws Exception {
    for (var role : new Role[] {Role.READER, Role.MANAGER, Role.OPERATOR, Role.LEAD}) {
      var browser = signedIn(role, Set.of());
      for (var path : new String[] {"/office/trends", "/office/search/words?words=a"}) {
        assertThat(browser.get(path).headers().firstValue("Location"))
            .as("%s at %s", role, path)
            .hasValue("/office/forbidden");
      }
    }
    var browser = analyst();
    for (var query :
        new String[] {
          "",
          "words=%00%FF%22",
          "words=" + "%28".repeat(900),
          "area=" + "x".repeat(2_000),
          "words=" + "%D8%A7".repeat(1_000) + "&theme=none",
          "words=a&area=zzz&period=2026-13&milestone=q&group=nobody&language=zz"
        }) {
      assertThat(browser.get("/office/trends?" + query).statusCode()).isEqualTo(200);
      assertThat(browser.get("/office/search/words?" + query).statusCode()).isEqualTo(200);
    }
  }

  private void say(int many, String words, String period) throws Exception {
    for (int i = 0; i < many; i++) {
      feedback.say(words, at(period));
    }
  }

  private static Feedback.At at(String period) {
    return Feedback.At.usual().period(period);
  }

  /** What stands under a caption. */
  private static String table(String page, String caption) {
    int from = page.indexOf(">" + caption + "</caption>");
    assertThat(from).as("a table of " + caption).isPositive();
    return page.substring(from, page.indexOf("</table>", from));
  }

  /** Where the first link with these words leads. */
  private static String link(String page, String words) {
    var link =
        Pattern.compile("<a[^>]*href=\"([^\"]*)\"[^>]*>(<span>)?" + Pattern.quote(words))
            .matcher(page);
    assertThat(link.find()).as("a link " + words).isTrue();
    return link.group(1).replace("&amp;", "&");
  }

  private List<String> acts() throws Exception {
    return database.column("SELECT act FROM office.audit ORDER BY no");
  }

  private Browser analyst() throws Exception {
    return signedIn(Role.ANALYST, Set.of());
  }

  private Browser signedIn(Role role, Set<String> areas) throws Exception {
    var staff = staff(role, areas);
    users.add(staff, PASSWORD);
    var browser = new Browser(server.getURI());
    browser.signIn(staff.signIn(), PASSWORD);
    return browser;
  }

  private static Staff staff(Role role, Set<String> areas) {
    var name = role + "-" + UUID.randomUUID();
    return new Staff(UUID.randomUUID(), name, "A person", Set.of(role), areas, Set.of("en"));
  }

  /** What the auditor reads in the last row. */
  private String lastBody() throws Exception {
    var sealed =
        database.column("SELECT HEX(sealed) FROM office.audit_body ORDER BY no DESC").getFirst();
    var folder = Path.of(TestDatabase.properties().get("hearback.keys.folder"));
    return Auditor.read(folder, HexFormat.of().parseHex(sealed));
  }
}
