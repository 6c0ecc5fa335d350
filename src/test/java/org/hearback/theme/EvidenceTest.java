package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hearback.OnTestDatabase;
import org.hearback.Pdf;
import org.hearback.TestDatabase;
import org.hearback.access.Browser;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.reporting.ReleaseJob;
import org.hearback.retention.RetentionJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words leave the reading room by two people, and stand beside published figures on one sheet. */
@MicronautTest(transactional = false)
class EvidenceTest implements OnTestDatabase {
  private static final String PASSWORD = "a password for tests";
  private static final String SHEET = "/office/evidence/family-help-north";

  private final TestDatabase database = TestDatabase.shared();
  @Inject EmbeddedServer server;
  @Inject Hired users;
  @Inject IndexJob index;
  @Inject ReleaseJob releases;
  @Inject RetentionJob retention;
  private Feedback feedback;
  private Browser analyst;
  private Browser second;

  @BeforeEach
  void open() throws Exception {
    feedback = new Feedback(database);
    analyst = signedIn(Role.ANALYST, Set.of());
    second = signedIn(Role.READER, Set.of());
  }

  @Test
  void a_quote_is_printed_when_a_second_person_has_said_so_and_not_before() throws Exception {
    var response = feedback.say("She listened.  Then she rang back, as she had said she would.");
    assertThat(analyst.get("/office/responses/" + response).body()).contains("Quote this");
    assertThat(pick(response, "She listened. … she rang back").statusCode()).isEqualTo(303);
    assertThat(analyst.get(SHEET).body()).doesNotContain("rang back");
    assertThat(Pdf.text(file(analyst))).doesNotContain("rang back");

    assertThat(check(analyst, "print").statusCode()).as("one's own").isEqualTo(409);
    assertThat(database.column("SELECT verdict FROM feedback.quote")).containsExactly("waiting");
    assertThat(second.get("/office/quotes").body())
        .contains("in their own words", "as she had said she would");
    assertThat(check(second, "print").statusCode()).isEqualTo(303);
    assertThat(analyst.get(SHEET).body())
        .contains("“She listened. … she rang back”")
        .contains("A parent, carer or one of the family")
        .doesNotContain("in other words");
    assertThat(analyst.get("/office/evidence/family-help-south").body())
        .doesNotContain("rang back");
    assertThat(analyst.get("/office/evidence/westhaven").body())
        .contains("rang back", "Family Help, north");
    assertThat(database.column("SELECT act FROM office.audit ORDER BY no"))
        .contains("quote-read", "quote-picked", "quote-checked", "evidence-made");
  }

  @Test
  void what_a_second_person_refuses_is_not_printed_and_says_why() throws Exception {
    var response = feedback.say("The only triplets in the street were not asked");
    pick(response, "The only triplets in the street were not asked");
    check(second, "person");
    assertThat(analyst.get("/office/quotes").body()).contains("somebody could tell who said it");
    assertThat(analyst.get(SHEET).body()).doesNotContain("triplets");
    assertThat(check(second, "print").statusCode()).as("it was decided").isEqualTo(409);
    remove();
    pick(response, "… were not asked");
    check(second, "print");
    assertThat(analyst.get(SHEET).body()).contains("“… were not asked”");
  }

  @Test
  void whoever_checks_a_quote_can_hide_its_comment_from_everybody() throws Exception {
    var response = feedback.say("The mayor's daughter was in my group");
    var comment = feedback.commentOf(response);
    pick(response, "in my group");
    assertThat(second.get("/office/quotes").body()).contains("hide it from everybody");
    var typed =
        Map.of(
            "comment", comment.toString(),
            "csrfToken", Browser.token(second.get("/office/quotes")));
    assertThat(second.post("/office/quotes/report", typed).statusCode()).isEqualTo(303);
    assertThat(database.column("SELECT display FROM feedback.comment")).containsExactly("reported");
    assertThat(second.get("/office/quotes").body()).doesNotContain("mayor");
    assertThat(analyst.get("/office/quotes/new?comment=" + comment).statusCode()).isEqualTo(404);
  }

  @Test
  void whoever_reads_the_sheet_can_hide_a_quote_and_its_comment_at_once() throws Exception {
    pick(feedback.say("The mayor's daughter was there"), "The mayor's daughter was there");
    check(second, "print");
    var quote = newest();
    assertThat(analyst.get(SHEET).body()).contains("hide it from everybody", quote);
    assertThat(Pdf.text(file(analyst))).contains("mayor").doesNotContain("hide it", quote);
    var manager = signedIn(Role.MANAGER, Set.of("family-help-north"));
    assertThat(hide(manager, "/office/evidence/family-help-south", quote).statusCode())
        .isEqualTo(403);
    hide(analyst, "/office/evidence/fostering", quote);
    hide(manager, SHEET, UUID.randomUUID().toString());
    assertThat(second.get("/office/evidence/family-help-north").headers().firstValue("Location"))
        .hasValue("/office/forbidden");
    assertThat(hide(second, SHEET, quote).headers().firstValue("Location"))
        .hasValue("/office/forbidden");
    assertThat(database.column("SELECT display FROM feedback.comment"))
        .as("of that sheet, by who may read it")
        .containsExactly("shown");
    assertThat(hide(manager, SHEET, quote).headers().firstValue("Location")).hasValue(SHEET);
    assertThat(database.column("SELECT display FROM feedback.comment")).containsExactly("reported");
    assertThat(analyst.get(SHEET).body()).doesNotContain("mayor");
    assertThat(Pdf.text(file(analyst))).doesNotContain("mayor");
    assertThat(database.column("SELECT act FROM office.audit"))
        .containsOnlyOnce("comment-reported");
  }

  private static HttpResponse<String> hide(Browser browser, String sheet, String quote)
      throws Exception {
    var token = Browser.token(browser.get("/office"));
    return browser.post(sheet + "/report", Map.of("quote", quote, "csrfToken", token));
  }

  @Test
  void other_words_are_said_to_be_other_words_and_point_to_nobody() throws Exception {
    var response = feedback.say("dey never ax me nuffink");
    assertThat(pick(response, "Nobody asked me, says Jayden").body())
        .contains("There is a problem", "points to a person: Jayden", "says Jayden</textarea>");
    assertThat(pick(response, " ").body()).contains("Write what is to be printed");
    assertThat(pick(response, "x".repeat(301)).body()).contains("300 characters or fewer");
    assertThat(database.column("SELECT COUNT(*) FROM feedback.quote")).containsExactly("0");
    pick(response, "I was never asked anything.");
    check(second, "print");
    assertThat(analyst.get(SHEET).body()).contains("never asked anything", "(<span>in other words");
  }

  @Test
  void a_translation_says_so() throws Exception {
    var response = feedback.say("لم يسألني أحد", Feedback.At.usual().language("ar"));
    database.execute("UPDATE feedback.comment SET english = 'Nobody asked me.'");
    assertThat(analyst.get("/office/quotes/new?comment=" + feedback.commentOf(response)).body())
        .contains(">Nobody asked me.</textarea>");
    assertThat(database.column("SELECT act FROM office.audit")).containsOnlyOnce("quote-read");
    pick(response, "Nobody asked me.");
    check(second, "print");
    assertThat(analyst.get(SHEET).body()).contains("(<span>translated");
  }

  @Test
  void words_run_as_they_were_written_and_say_their_language() throws Exception {
    var said = "لم يسألني أحد";
    pick(feedback.say(said, Feedback.At.usual().language("ar")), said);
    check(signedIn(Role.READER, Set.of(), Set.of("ar")), "print");
    assertThat(analyst.get(SHEET).body())
        .contains(
            "<blockquote class=\"office-said\" dir=\"rtl\">",
            "<p class=\"govuk-body\" lang=\"ar\">”" + said + "“</p>");
    assertThat(Pdf.text(file(analyst))).contains(said);
  }

  @Test
  void one_person_is_quoted_once_and_what_is_reported_goes_at_once_and_for_good() throws Exception {
    var response = feedback.say("They came late");
    pick(response, "They came late");
    assertThat(pick(response, "came late").body()).contains("picked words of this answer already");
    check(second, "print");
    assertThat(analyst.get(SHEET).body()).contains("They came late");
    analyst.post(
        "/office/responses/" + response + "/report",
        Map.of(
            "comment",
            feedback.commentOf(response).toString(),
            "csrfToken",
            Browser.token(analyst.get("/office"))));
    assertThat(analyst.get(SHEET).body()).doesNotContain("They came late");
    database.execute("UPDATE feedback.comment SET display = 'shown'");
    assertThat(analyst.get(SHEET).body()).doesNotContain("They came late");
    pick(response, "They came late");
    database.execute("DELETE FROM feedback.comment");
    retention.run();
    assertThat(database.column("SELECT COUNT(*) FROM feedback.quote")).containsExactly("0");
  }

  @Test
  void nobody_picks_or_sees_what_is_not_theirs() throws Exception {
    var south = feedback.say("south", Feedback.At.usual().area("family-help-south"));
    var north = signedIn(Role.ANALYST, Set.of("family-help-north"));
    var comment = feedback.commentOf(south);
    assertThat(north.get("/office/quotes/new?comment=" + comment).statusCode()).isEqualTo(404);
    pick(south, "south");
    assertThat(north.get("/office/quotes").body()).doesNotContain("south");
    assertThat(second.get("/office/quotes/new?comment=" + comment).headers().firstValue("Location"))
        .hasValue("/office/forbidden");
    var manager = signedIn(Role.MANAGER, Set.of("family-help-north"));
    assertThat(manager.get(SHEET).statusCode()).isEqualTo(200);
    assertThat(manager.get("/office/evidence/family-help-south").statusCode()).isEqualTo(403);
    assertThat(manager.get("/office/quotes").headers().firstValue("Location"))
        .hasValue("/office/forbidden");
    assertThat(analyst.get("/office/evidence/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void figures_quotes_what_is_hidden_and_limits_stand_on_one_sheet_that_everybody_can_read()
      throws Exception {
    asked("family-help-north", "sent", "", 23);
    asked("family-help-north", "refused", "no-phone", 4);
    asked("family-help-north", "refused", "asked-recently", 40);
    answers("family-help-north", 12, 9);
    answers("care-teams", 4, 1);
    answers("fostering", 8, 4);
    index.run();
    releases.run();
    for (int number = 0; number < 12; number++) {
      var response =
          feedback.say("They listened " + number + " 😀", Feedback.At.usual().period("2026-08"));
      pick(response, "They listened " + number + " 😀");
      check(second, "print");
    }
    var page = analyst.get(SHEET).body();
    assertThat(page)
        .containsPattern("By text message</th>[^>]*>25</td>[^>]*>c</td>[^>]*>–</td>")
        .containsPattern("In English</th>[^>]*>25</td>")
        .contains("People listened", ">75 %<", ">12<", "This area and quarter")
        .contains("2 more may be printed", "figures are empty (0)", "What this cannot say");
    assertThat(page.split("<blockquote", -1)).hasSize(11);
    var file = analyst.get(SHEET + "/sheet.pdf");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"evidence-family-help-north-");
    var pdf = file(analyst);
    Pdf.look(pdf, "evidence");
    assertThat(Pdf.faults(pdf)).isEmpty();
    assertThat(Pdf.text(pdf))
        .contains("What people say: Family Help, north", "People listened 75 % 12")
        .containsPattern("“They listened \\d+ \u25cc”")
        .contains("What is hidden, and why", "Page 1 of");
    assertThat(analyst.get("/office/evidence/fostering").body())
        .contains("is hidden (c), because fewer than ten people have answered");
    index.run();
    assertThat(analyst.get("/office/search?words=&area=family-help-north").body())
        .contains("Evidence sheet of Family Help, north");
  }

  @Test
  void who_answered_stands_beside_who_was_asked_with_what_it_is_a_share_of() throws Exception {
    asked("family-help-north", "sent", "", 83);
    answers("family-help-north", 12, 9);
    database.execute("INSERT INTO feedback.counted_quarter VALUES ('2026-Q3')");
    database.execute(
        "INSERT INTO feedback.answered VALUES ('2026-Q3', 'westhaven', 'all', '', 30),"
            + " ('2026-Q3', 'westhaven', 'way', 'text', 30)");
    index.run();
    releases.run();
    assertThat(analyst.get("/office/evidence/westhaven").body())
        .containsPattern("All together</th>[^>]*>85</td>[^>]*>0</td>[^>]*>30 of 85 \\(35 %\\)</td>")
        .containsPattern("By text message</th>[^>]*>85</td>[^>]*>0</td>[^>]*>30 of 85 ")
        .containsPattern("In English</th>[^>]*>85</td>[^>]*>0</td>[^>]*>c</td>");
    var pdf = analyst.bytes("/office/evidence/westhaven/sheet.pdf");
    Pdf.look(pdf, "evidence-answered");
    assertThat(Pdf.faults(pdf)).isEmpty();
    assertThat(Pdf.text(pdf)).contains("All together 85 0 30 of 85 (35 %)", "In English 85 0 c");
  }

  @Test
  void a_quote_of_other_months_is_left_out_and_the_sheet_says_so() throws Exception {
    assertThat(analyst.get(SHEET).body()).contains("No quote has been picked and checked");
    answers("family-help-north", 12, 9);
    index.run();
    releases.run();
    printable("Said in November", "2026-11");
    assertThat(analyst.get(SHEET).body())
        .contains("1 quote that may be printed is left out: it is not from these twelve months")
        .doesNotContain("Said in November", "No quote has been picked");
    printable("Said some time this year", "2026");
    printable("Said some time last year", "2025");
    assertThat(analyst.get(SHEET).body())
        .as("of twelve months to September a bare year may be from outside")
        .contains("Quotes are from <span>12 months to September 2026<")
        .contains("3 quotes that may be printed are left out: they are not from these")
        .doesNotContain("<blockquote");
    printable("Said in late 2025", "2025-Q4");
    assertThat(analyst.get(SHEET).body())
        .contains("“Said in late 2025”", "3 quotes that may be printed are left out");
    assertThat(Pdf.text(file(analyst)))
        .contains("“Said in late 2025”", "3 quotes that may be printed are left out")
        .doesNotContain("No quote has been picked");
    var list = analyst.get("/office/quotes").body();
    assertThat(list.split("On no evidence sheet of today", -1)).hasSize(4);
    assertThat(list).contains("they hold quotes of the 12 months to September 2026");
  }

  @Test
  void the_newest_are_printed_or_those_that_somebody_chooses() throws Exception {
    for (int number = 1; number <= 6; number++) {
      printable("In December " + number, "2025-12");
      printable("In summer " + number, "2026-Q3");
    }
    printable("In September", "2026-09");
    printable("In March", "2026-Q1");
    var page = analyst.get(SHEET).body();
    assertThat(quoted(page)).hasSize(10).contains("In September", "In March");
    assertThat(quoted(page).subList(0, 7))
        .allMatch(it -> it.startsWith("In summer") || it.equals("In September"));
    assertThat(quoted(page).get(7)).isEqualTo("In March");
    assertThat(quoted(page).subList(8, 10)).allMatch(it -> it.startsWith("In December"));
    assertThat(page)
        .contains("4 more may be printed and are left out: a sheet holds ten, and these are the")
        .contains("Choose the quotes of this sheet", "sheet.pdf\"");

    var ids = database.column("SELECT id FROM feedback.quote WHERE wording LIKE 'In December%'");
    var choice = "?quote=" + ids.get(0) + "&quote=" + ids.get(1);
    var chosen = analyst.get(SHEET + choice).body();
    assertThat(quoted(chosen)).hasSize(2).allMatch(it -> it.startsWith("In December"));
    assertThat(chosen)
        .contains("12 more may be printed and are left out: whoever made the sheet chose these.")
        .contains("value=\"" + ids.get(1) + "\" checked")
        .doesNotContain("are not there any more");
    var link = Pattern.compile("href=\"([^\"]+sheet[.]pdf[^\"]+)\"").matcher(chosen);
    assertThat(link.find()).isTrue();
    assertThat(Pdf.text(analyst.bytes(link.group(1).replace("&amp;", "&"))))
        .contains("In December")
        .doesNotContain("In summer", "In March");

    var all = String.join("&quote=", database.column("SELECT id FROM feedback.quote"));
    assertThat(quoted(analyst.get(SHEET + "?quote=" + all).body())).hasSize(10);
    assertThat(analyst.get(SHEET + choice + "&quote=nothing").body())
        .contains("One of the quotes that you chose is not there any more");
    assertThat(quoted(analyst.get(SHEET + "?quote=" + UUID.randomUUID()).body())).hasSize(10);
    assertThat(quoted(analyst.get("/office/evidence/fostering" + choice).body())).isEmpty();
    var hidden =
        analyst.post(
            SHEET + "/report" + choice,
            Map.of("quote", ids.get(0), "csrfToken", Browser.token(analyst.get("/office"))));
    assertThat(hidden.headers().firstValue("Location")).hasValue(SHEET + "?quote=" + ids.get(1));
  }

  @Test
  void whoever_may_not_open_the_quotes_is_not_sent_there() throws Exception {
    var manager = signedIn(Role.MANAGER, Set.of("family-help-north"));
    assertThat(analyst.get(SHEET).body()).contains("<a class=\"govuk-link\" href=\"/office/quotes");
    assertThat(manager.get(SHEET).body()).doesNotContain("/office/quotes");
  }

  private void printable(String words, String period) throws Exception {
    pick(feedback.say(words, Feedback.At.usual().period(period)), words);
    check(second, "print");
  }

  /** The words between the marks of each quote, in their order. */
  private static List<String> quoted(String page) {
    return Pattern.compile("<blockquote[^>]*><p[^>]*>“([^”]*)”")
        .matcher(page)
        .results()
        .map(it -> it.group(1))
        .toList();
  }

  private void asked(String area, String state, String reason, int people) throws Exception {
    for (int person = 0; person < people; person++) {
      database.execute(
          """
          INSERT INTO vault.invitation (id, asked_key, person_id, route_id, event, milestone, audience,
            area, month, form, form_version, language, due_on, state, reason)
          VALUES (UUID(), RANDOM_BYTES(32), UUID(), UUID(), UUID(), 'assessment', 'PARENT', '%s', '%s',
            'assessment-parent', 1, 'en', '2026-08-10', '%s', '%s')
          """
              .formatted(area, state.equals("sent") ? "2026-08" : "", state, reason));
    }
  }

  private void answers(String area, int base, int good) throws Exception {
    for (int number = 0; number < base; number++) {
      var id = UUID.randomUUID();
      database.execute(
          "INSERT INTO feedback.response VALUES ('%s', 'assessment-parent', 1, '%s', 'PARENT', '',"
                  .formatted(id, area)
              + " 'assessment', '2026-08', 'en')");
      database.execute(
          "INSERT INTO feedback.item VALUES ('%s', 'LISTENED', '%s')"
              .formatted(id, number < good ? "good" : "poor"));
    }
  }

  private byte[] file(Browser browser) throws Exception {
    return browser.bytes(SHEET + "/sheet.pdf");
  }

  private HttpResponse<String> pick(UUID response, String wording) throws Exception {
    var comment = feedback.commentOf(response).toString();
    var fields = new HashMap<String, String>(Map.of("comment", comment, "wording", wording));
    fields.put("csrfToken", Browser.token(analyst.get("/office")));
    return analyst.post("/office/quotes/new", fields);
  }

  private HttpResponse<String> check(Browser browser, String verdict) throws Exception {
    return browser.post(
        "/office/quotes/" + newest() + "/check",
        Map.of("verdict", verdict, "csrfToken", Browser.token(browser.get("/office"))));
  }

  private void remove() throws Exception {
    analyst.post(
        "/office/quotes/" + newest() + "/remove",
        Map.of("csrfToken", Browser.token(analyst.get("/office"))));
  }

  /** The one that waits, or else any. */
  private String newest() throws Exception {
    List<String> ids =
        database.column("SELECT id FROM feedback.quote ORDER BY verdict = 'waiting' DESC LIMIT 1");
    return ids.getFirst();
  }

  private Browser signedIn(Role role, Set<String> areas) throws Exception {
    return signedIn(role, areas, Set.of("en"));
  }

  private Browser signedIn(Role role, Set<String> areas, Set<String> languages) throws Exception {
    var name = role + "-" + UUID.randomUUID();
    users.add(
        new Staff(UUID.randomUUID(), name, "A person", Set.of(role), areas, languages), PASSWORD);
    var browser = new Browser(server.getURI());
    browser.signIn(name, PASSWORD);
    return browser;
  }
}
