package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Browser;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.Tag;
import org.hearback.audit.Auditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The basket of quotes: its pages, who may say what of one, and what the record says of it. */
class QuotesTest {
  private static final String PASSWORD = "a password for tests";
  private static final String LIST = "/office/quotes";

  private TestHouse house;
  private Feedback feedback;
  private Quotes quotes;
  private Staff ana;
  private Staff rea;

  @BeforeEach
  void open() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    feedback = new Feedback(house.database());
    quotes = house.get(Quotes.class);
    ana = hired("ana", Role.ANALYST, Set.of(), Set.of("en"));
    rea = hired("rea", Role.READER, Set.of(), Set.of("en"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void many_stand_on_pages_of_twenty_and_the_record_holds_all_that_each_has_shown()
      throws Exception {
    for (int number = 0; number < 45; number++) {
      picked("They listened " + number, Feedback.At.usual());
    }
    house.database().execute("UPDATE feedback.quote SET picked_by = 'ben' LIMIT 4");
    decided("checked", 3);
    decided("refused", 2);
    var reader = signedIn("rea");
    var seen = new HashSet<String>();
    for (int page = 1; page <= 3; page++) {
      var shown = reader.get(LIST + "?part=" + page).body();
      var comments = comments(shown);
      assertThat(shown).contains("Page " + page + " of 3");
      assertThat(articles(shown)).isEqualTo(page == 3 ? 5 : 20);
      assertThat(comments).hasSize(page == 3 ? 0 : 20);
      if (page < 3) {
        assertThat(Auditor.last(house, "quote-read").lines())
            .containsExactlyInAnyOrderElementsOf(comments);
      }
      seen.addAll(comments);
    }
    assertThat(seen).as("those that wait stand first").hasSize(40);
    assertThat(reader.get(LIST + "?part=999").body()).contains("Page 3 of 3");
    assertThat(reader.get(LIST + "?part=-1").body()).contains("Page 1 of 3");
    var own = comments(signedIn("ana").get(LIST).body());
    assertThat(
            house
                .database()
                .column(
                    "SELECT quoted FROM feedback.quote WHERE picked_by = 'ben' AND verdict ="
                        + " 'waiting'"))
        .as("first what this person can check")
        .isNotEmpty()
        .isSubsetOf(own);
    assertThat(articles(south().get(LIST).body())).as("of other areas").isZero();
  }

  @Test
  void a_page_is_kept_where_one_is_taken_out() throws Exception {
    for (int number = 0; number < 21; number++) {
      picked("They listened " + number, Feedback.At.usual());
    }
    var analyst = signedIn("ana");
    var page = analyst.get(LIST + "?part=2&words=late");
    assertThat(page.body()).contains("name=\"part\" value=\"2\"", "Back to the results");
    var id = first(page.body(), "action=\"" + LIST + "/([0-9a-f-]+)/remove");
    var typed = Map.of("part", "2", "words", "late", "csrfToken", Browser.token(page));
    var removed = analyst.post(LIST + "/" + id + "/remove", typed);
    assertThat(removed.headers().firstValue("Location")).hasValue(LIST + "?part=2&words=late");
    assertThat(house.database().column("SELECT id FROM feedback.quote")).hasSize(20);
    assertThat(analyst.get(LIST + "?part=2").body()).doesNotContain("Pages of quotes");
  }

  @Test
  void the_record_says_the_verdict_and_nothing_of_a_word_that_does_not_count() throws Exception {
    var comment = picked("They listened", Feedback.At.usual());
    var quote = only();
    assertThat(quotes.decide(quote, Optional.empty(), ana)).isEqualTo(Quotes.Decided.OWN);
    assertThat(acts()).doesNotContain("quote-checked");
    var harm = Optional.of(Quote.Objection.HARM);
    assertThat(quotes.decide(quote, harm, rea)).isEqualTo(Quotes.Decided.DONE);
    assertThat(Auditor.last(house, "quote-checked")).isEqualTo(comment + "\nnot printed: harm");
    assertThat(quotes.decide(only(), Optional.empty(), rea)).isEqualTo(Quotes.Decided.LATE);
    assertThat(acts()).containsOnlyOnce("quote-checked");
    house.database().execute("DELETE FROM feedback.quote");
    quotes.pick(quotes.comment(comment, ana).orElseThrow(), "They listened", ana);
    assertThat(quotes.decide(only(), Optional.empty(), rea)).isEqualTo(Quotes.Decided.DONE);
    assertThat(Auditor.last(house, "quote-checked")).isEqualTo(comment + "\nmay be printed");
  }

  @Test
  void words_in_another_language_are_checked_by_whoever_reads_it() throws Exception {
    picked("لم يسألني أحد", Feedback.At.usual().language("ar"));
    var reader = signedIn("rea");
    assertThat(reader.get(LIST).body())
        .contains("It is printed in Arabic: somebody who reads Arabic has to check it.")
        .contains("hide it from everybody")
        .doesNotContain("it may be printed");
    var refused = check(reader, "print");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("It is in Arabic: somebody who reads Arabic has to check it. Nothing was");
    assertThat(acts()).doesNotContain("quote-checked");
    hired("lea", Role.LEAD, Set.of(), Set.of("ar"));
    var lead = signedIn("lea");
    assertThat(lead.get(LIST).body()).contains("it may be printed");
    assertThat(check(lead, "print").statusCode()).isEqualTo(303);
    picked("Nobody asked me", Feedback.At.usual());
    assertThat(lead.get(LIST).body()).as("all pages are in English").contains("it may be printed");
  }

  @Test
  void a_rendering_is_checked_by_whoever_reads_english() throws Exception {
    var comment =
        feedback.commentOf(feedback.say("لم يسألني أحد", Feedback.At.usual().language("ar")));
    house.database().execute("UPDATE feedback.comment SET english = 'Nobody asked me.'");
    quotes.pick(quotes.comment(comment, ana).orElseThrow(), "Nobody asked me.", ana);
    assertThat(check(signedIn("rea"), "print").statusCode()).isEqualTo(303);
  }

  @Test
  void nothing_is_picked_of_a_comment_that_was_hidden_or_changed_since_it_was_read()
      throws Exception {
    var comment = feedback.commentOf(feedback.say("The mayor's daughter was there"));
    var read = quotes.read(comment, ana).orElseThrow();
    var reports = house.get(Reports.class);
    reports.report(comment, rea);
    assertThat(quotes.pick(read, "The mayor's daughter", ana)).isEqualTo(new Quotes.Picked.Gone());
    var waiting = reports.waiting(comment).orElseThrow();
    var taken = Map.of("mayor", Tag.DETAIL);
    assertThat(reports.settle(waiting, taken, rea)).isEqualTo(new Reports.Outcome.Done());
    assertThat(quotes.pick(read, "The mayor's daughter", ana)).isEqualTo(new Quotes.Picked.Gone());
    assertThat(house.database().column("SELECT id FROM feedback.quote")).isEmpty();
    var now = quotes.read(comment, ana).orElseThrow();
    assertThat(quotes.pick(now, "daughter was there", ana)).isEqualTo(new Quotes.Picked.Done());
    assertThat(quotes.pick(now, "was there", ana)).isEqualTo(new Quotes.Picked.Already());
  }

  /** Whoever picks waits for whoever hides, and picks nothing then. */
  @Test
  void nothing_is_picked_in_the_moment_in_which_a_comment_is_hidden() throws Exception {
    var comment = feedback.commentOf(feedback.say("The mayor's daughter was there"));
    var read = quotes.read(comment, ana).orElseThrow();
    try (var hiding = house.database().as("analyst");
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var statement = hiding.createStatement()) {
      hiding.setAutoCommit(false);
      statement.execute("UPDATE feedback.comment SET display = 'reported'");
      var picked = threads.submit(() -> quotes.pick(read, "daughter", ana));
      while (!picked.isDone() && waiting() == 0) {
        Thread.sleep(200); // asked more often, the table of transactions is not made anew
      }
      statement.execute("DELETE FROM feedback.quote WHERE quoted = '" + comment + "'");
      hiding.commit();
      assertThat(picked.get()).isEqualTo(new Quotes.Picked.Gone());
    }
    assertThat(house.database().column("SELECT id FROM feedback.quote")).isEmpty();
  }

  private int waiting() throws Exception {
    return house
        .database()
        .column("SELECT trx_id FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
        .size();
  }

  @Test
  void no_words_of_before_outlive_what_a_reader_took_out() throws Exception {
    var comment = picked("The mayor's daughter was there", Feedback.At.usual());
    house.database().execute("UPDATE feedback.comment SET display = 'reported'");
    var reports = house.get(Reports.class);
    reports.settle(reports.waiting(comment).orElseThrow(), Map.of("mayor", Tag.DETAIL), rea);
    assertThat(house.database().column("SELECT display FROM feedback.comment"))
        .containsExactly("shown");
    assertThat(house.database().column("SELECT id FROM feedback.quote")).isEmpty();
  }

  private UUID picked(String words, Feedback.At at) throws Exception {
    var comment = feedback.commentOf(feedback.say(words, at));
    var read = quotes.comment(comment, ana).orElseThrow();
    assertThat(quotes.pick(read, words, ana)).isEqualTo(new Quotes.Picked.Done());
    return comment;
  }

  private void decided(String verdict, int many) throws Exception {
    house
        .database()
        .execute(
            "UPDATE feedback.quote SET verdict = '%s', objection = 'harm', checked_by = 'rea'"
                    .formatted(verdict)
                + " WHERE verdict = 'waiting' AND picked_by = 'ana' LIMIT "
                + many);
  }

  private QuoteRow only() {
    return quotes.list(1, ana).rows().getFirst();
  }

  private List<String> acts() throws Exception {
    return house.database().column("SELECT act FROM office.audit");
  }

  private HttpResponse<String> check(Browser browser, String verdict) throws Exception {
    var quote =
        house
            .database()
            .column("SELECT id FROM feedback.quote WHERE verdict = 'waiting'")
            .getFirst();
    return browser.post(
        LIST + "/" + quote + "/check",
        Map.of("verdict", verdict, "csrfToken", Browser.token(browser.get("/office"))));
  }

  private static int articles(String page) {
    return page.split("<article", -1).length - 1;
  }

  private static List<String> comments(String page) {
    return Pattern.compile("name=\"comment\" value=\"([0-9a-f-]{36})\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String first(String page, String pattern) {
    var found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private Browser south() throws Exception {
    hired("sue", Role.ANALYST, Set.of("family-help-south"), Set.of("en"));
    return signedIn("sue");
  }

  private Staff hired(String name, Role role, Set<String> areas, Set<String> languages) {
    var staff = new Staff(UUID.randomUUID(), name, name, Set.of(role), areas, languages);
    house.get(Hired.class).add(staff, PASSWORD);
    return staff;
  }

  private Browser signedIn(String name) throws Exception {
    var browser = new Browser(house.address());
    browser.signIn(name, PASSWORD);
    return browser;
  }
}
