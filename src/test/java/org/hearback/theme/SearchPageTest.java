package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearback.LogBook;
import org.hearback.OnTestDatabase;
import org.hearback.Phone;
import org.hearback.TestDatabase;
import org.hearback.access.Browser;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.audit.Auditor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class SearchPageTest implements OnTestDatabase {
  private static final String PASSWORD = "a password for tests";

  private final TestDatabase database = TestDatabase.shared();
  @Inject EmbeddedServer server;
  @Inject Hired users;
  @Inject IndexJob job;
  @Inject ThemeBooks books;
  @Inject ThemeTrial trial;
  private Feedback feedback;

  @BeforeEach
  void empty() throws Exception {
    feedback = new Feedback(database);
    job.run();
  }

  @Test
  void words_are_escaped_and_hits_are_marked() throws Exception {
    feedback.say("<script>alert('x')</script> nobody listened");
    job.run();
    var page = signedIn(Role.ANALYST, Set.of()).get("/office/search?words=listen").body();
    assertThat(page)
        .contains("1 comment found")
        .contains("&lt;script&gt;")
        .contains("<mark>listened</mark>")
        .contains("Family Help, north · parent · Assessment shared · November 2026 · English")
        .doesNotContain("<script>alert");
  }

  @Test
  void arabic_is_found_and_shown_in_its_own_direction() throws Exception {
    feedback.say("الاجتماع كان طويلا ولم يستمع إلينا أحد", Feedback.At.usual().language("ar"));
    job.run();
    var page =
        signedIn(Role.ANALYST, Set.of())
            .get("/office/search?words=" + Phone.encode("اجتماع"))
            .body();
    assertThat(page).contains("<mark>الاجتماع</mark>").contains("dir=\"auto\" lang=\"ar\"");
  }

  /** Of what was sent in 2026 and left with answers of 2027. */
  @Test
  void what_has_lost_its_time_is_found_under_none_and_says_so() throws Exception {
    var late =
        feedback.say(
            "Nobody listened in the end",
            Feedback.At.usual().milestone("late").period("2027").language(""));
    feedback.say("Somebody listened", Feedback.At.usual().period("2026-11"));
    job.run();
    var analyst = signedIn(Role.ANALYST, Set.of());
    var found = analyst.get("/office/search?words=listened&order=newest").body();
    assertThat(found).contains("2 comments found", "Kept late, milestone unknown · 2027 or before");
    assertThat(found.indexOf("Somebody"))
        .as("what may be of any time comes last")
        .isBetween(1, found.indexOf("Nobody"));
    for (var words : List.of("when:2027", "when:2027-Q4")) {
      assertThat(analyst.get("/office/search?words=" + Phone.encode(words)).body())
          .doesNotContain("in the end");
    }
    assertThat(analyst.get("/office/search?words=milestone:late").body())
        .contains("1 comment found", "in the end");
    assertThat(analyst.get("/office/responses/" + late).body())
        .contains("nor when it was said")
        .doesNotContain("so few people were asked");
  }

  @Test
  void what_was_typed_comes_back_escaped() throws Exception {
    var typed = "\"><script>alert(1)</script>";
    var page =
        signedIn(Role.ANALYST, Set.of()).get("/office/search?words=" + Phone.encode(typed)).body();
    assertThat(page).doesNotContain("<script>alert").contains("No comment found");
  }

  @Test
  void the_empty_form_finds_nothing_and_is_not_a_search() throws Exception {
    var page = signedIn(Role.ANALYST, Set.of()).get("/office/search").body();
    assertThat(page).contains("How to search").doesNotContain("comment found");
    assertThat(database.column("SELECT act FROM office.audit")).containsExactly("sign-in");
  }

  @Test
  void a_search_is_in_the_audit_and_its_words_are_for_the_auditor_alone() throws Exception {
    var response = feedback.say("an unusual sentence");
    job.run();
    signedIn(Role.ANALYST, Set.of()).get("/office/search?words=unusual&area=family-help");
    assertThat(database.column("SELECT act FROM office.audit ORDER BY no"))
        .containsExactly("sign-in", "search");
    assertThat(lastBody())
        .contains("unusual")
        .contains("area=family-help")
        .contains("found 1")
        .contains(response.toString());
  }

  @Test
  void what_was_searched_for_stands_in_no_column_that_is_not_sealed() throws Exception {
    var analyst = signedIn(Role.ANALYST, Set.of());
    analyst.get("/office/search?words=zeppelins");
    assertThat(lastBody()).contains("zeppelins");
    var token = Browser.token(analyst.get("/office/searches/new?words=zeppelins"));
    analyst.post(
        "/office/searches/new",
        Map.of("csrfToken", token, "words", "zeppelins", "name", "Of zeppelins"));
    assertThat(database.column("SELECT COUNT(*) FROM office.saved_search")).containsExactly("1");
    for (var schema : new String[] {"vault", "bridge", "feedback", "office"}) {
      for (var table :
          database.column(
              "SELECT table_name FROM information_schema.tables WHERE table_schema = '"
                  + schema
                  + "'")) {
        var columns =
            database
                .column(
                    "SELECT CONCAT('COALESCE(HEX(`', column_name, '`), 0)') FROM"
                        + " information_schema.columns WHERE table_schema = '%s' AND table_name = '%s'"
                            .formatted(schema, table))
                .stream()
                .collect(Collectors.joining(", "));
        assertThat(
                database.column(
                    "SELECT COUNT(*) FROM %s.%s WHERE CONCAT_WS('|', %s) LIKE '%%%s%%'"
                        .formatted(
                            schema,
                            table,
                            columns,
                            HexFormat.of()
                                .withUpperCase()
                                .formatHex("zeppelin".getBytes(StandardCharsets.UTF_8)))))
            .as(table)
            .containsExactly("0");
      }
    }
  }

  @Test
  void of_a_word_that_is_put_right_only_what_is_true_is_said() throws Exception {
    feedback.say("the interpreter did not come");
    job.run();
    var page = signedIn(Role.ANALYST, Set.of()).get("/office/search?words=intrepreter+come").body();
    assertThat(page)
        .contains("No comment that you may read says <q>intrepreter</q>. These are found by")
        .contains("<q class=\"office-searched\">interpreter come</q>")
        .doesNotContain("Search for <q");
  }

  @Test
  void who_finds_nothing_is_told_nothing_untrue_and_led_on() throws Exception {
    feedback.say("late, and cancelled as well");
    job.run();
    var ana = signedIn(Role.ANALYST, Set.of());
    var phrase = ana.get("/office/search?words=%22cancelled+late%22&order=newest").body();
    assertThat(phrase)
        .contains("No comment found", "No comment is found by this search.")
        .contains("/office/search?words=cancelled+late&amp;order=newest\">Search for the same")
        .doesNotContain("holds any", "Search everywhere");
    for (var typed : List.of("late -cancelled", "-\"late and\"", "\"late|kind cancelled\"~0")) {
      assertThat(ana.get("/office/search?words=" + Phone.encode(typed)).body())
          .as(typed)
          .contains("No comment is found by this search.")
          .doesNotContain("Search for the same", "holds any");
    }
    var elsewhere = ana.get("/office/search?words=late&area=first-contact&order=newest").body();
    assertThat(elsewhere)
        .contains("href=\"/office/search?words=late&amp;order=newest\">Search everywhere</a>");
    assertThat(elsewhere.indexOf("Search everywhere")).isLessThan(elsewhere.indexOf("Try the"));
  }

  @Test
  void more_like_one_keeps_the_choices_shows_the_one_and_knows_the_way_back() throws Exception {
    for (char pair = 'a'; pair < 'v'; pair++) {
      feedback.say("again & the quill" + pair + "x");
      feedback.say("again & a quill" + pair + "x");
      feedback.say("elsewhere quill" + pair + "x", Feedback.At.usual().area("first-contact"));
    }
    job.run();
    var ana = signedIn(Role.ANALYST, Set.of());
    var list = "/office/search?words=again+%26&area=family-help&order=newest&page=2";
    var hits = ana.get(list).body();
    var like = first(hits, "href=\"(/office/search\\?like=[^\"]+)").replace("&amp;", "&");
    assertThat(like).endsWith("&from=again+%26&at=2&area=family-help&order=newest");
    var page = ana.get(like).body();
    assertThat(page)
        .contains("1 comment found", "Comments like this one.")
        .containsPattern("lang=\"en\">again &amp; (a|the) quill")
        .contains("href=\"" + list.replace("&", "&amp;") + "\">Back to the results</a>")
        .doesNotContain("elsewhere", "nearest stand first");
    var id = first(page, "<input type=\"hidden\" name=\"like\" value=\"([^\"]+)\"");
    assertThat(page).contains("name=\"from\" value=\"again &amp;\"", "name=\"at\" value=\"2\"");
    var form = "/office/search?like=" + id + "&from=again+%26&at=2&order=best&area=";
    assertThat(ana.get(form + "&words=").body())
        .contains("2 comments found", "elsewhere", "nearest stand first");
    assertThat(ana.get(form + "&words=elsewhere").body())
        .as("words go over it")
        .contains("21 comments found")
        .doesNotContain("Comments like this one");
    assertThat(ana.get("/office/search?like=" + id).body())
        .contains("Search by words")
        .doesNotContain("Back to the results");
  }

  @Test
  void of_a_comment_that_is_gone_the_page_of_those_like_it_says_so() throws Exception {
    var gone = feedback.say("She cancelled the visit again and nobody told us");
    feedback.say("Another visit cancelled, nobody told me");
    job.run();
    var like = "/office/search?like=" + feedback.commentOf(gone) + "&from=visit";
    var ana = signedIn(Role.ANALYST, Set.of());
    assertThat(ana.get(like).body()).contains("1 comment found", "Comments like this one");
    assertThat(ana.get(like + "&area=first-contact").body())
        .contains("Nothing is found that is like this one.", "Search everywhere", "She cancelled")
        .doesNotContain("Comments like this one");
    assertThat(signedIn(Role.ANALYST, Set.of("first-contact")).get(like).body())
        .contains("No comment found", "is not there for you any more")
        .doesNotContain("She cancelled");
    database.execute(
        "UPDATE feedback.comment SET display = 'reported' WHERE response = '" + gone + "'");
    assertThat(ana.get(like).body())
        .contains("No comment found", "is not there for you any more")
        .contains("href=\"/office/search?words=visit\">Back to the results</a>")
        .doesNotContain("She cancelled", "Another visit");
  }

  /** Nothing here reads what a comment means: the book does. */
  @Test
  void what_is_said_in_other_words_is_offered_by_its_theme() throws Exception {
    feedback.say("I'm on number six now.");
    feedback.say("I'm on number seven now.", Feedback.At.usual().area("family-help-south"));
    job.run();
    var words = "/office/search?words=" + Phone.encode("too many social workers");
    var all = signedIn(Role.ANALYST, Set.of());
    assertThat(all.get(words).body())
        .contains("No comment found", "may be meant")
        .contains("/office/search?words=&amp;theme=change-of-worker\">Change of worker (2)</a>");
    assertThat(all.get("/office/search?words=&theme=change-of-worker").body())
        .contains("2 comments found", "number six");
    assertThat(signedIn(Role.ANALYST, Set.of("family-help-south")).get(words).body())
        .contains(">Change of worker (1)</a>");
    assertThat(all.get("/office/search?words=" + Phone.encode("change of worker")).body())
        .as("called by its name")
        .contains(">Change of worker (2)</a>");
    for (var other : Set.of("\"too many social workers\"", "")) {
      assertThat(all.get("/office/search?words=" + Phone.encode(other)).body())
          .doesNotContain("may be meant");
    }
    assertThat(all.get(words + "&theme=change-of-worker").body()).doesNotContain("may be meant");
  }

  @Test
  void a_theme_whose_name_holds_no_word_is_not_meant_by_everything() {
    var theme = ThemeFile.read().find("money").orElseThrow();
    var nameless =
        new Theme(
            theme.key(),
            "...",
            theme.means(),
            theme.counts(),
            theme.not(),
            theme.unclear(),
            theme.polarity(),
            theme.areas(),
            Map.of(),
            Map.of());
    var tagger = new Tagger(new ThemeBook("one", List.of(nameless)));
    assertThat(tagger.meantBy("too many social workers")).isEmpty();
  }

  @Test
  void no_search_waits_until_the_queries_of_the_book_are_ready() throws Exception {
    var book = ThemeFile.read().themes();
    var tagger = new Tagger(new ThemeBook("as shipped", book));
    assertThat(tagger.meantBy("too many social workers")).isEmpty();
    assertThat(tagger.meantBy("a change of worker")).containsExactly("change-of-worker");
    tagger.learn(Meaning.NONE, Documents.Known.NOTHING);
    assertThat(tagger.meantBy("too many social workers")).startsWith("change-of-worker");
  }

  @Test
  void who_said_it_is_a_group_one_audience_of_it_or_an_age() throws Exception {
    feedback.say("from a parent");
    feedback.say("from a carer", Feedback.At.usual().audience("CARER"));
    feedback.say(
        "from one of fourteen", Feedback.At.usual().audience("YOUNG_PERSON").aged("12-17"));
    feedback.say("from one of nine", Feedback.At.usual().audience("CHILD").aged("8-11"));
    job.run();
    var ana = signedIn(Role.ANALYST, Set.of());
    var all = ana.get("/office/search?words=from").body();
    assertThat(all)
        .contains("group=FAMILY\">Families</a>", "group=CHILD_AND_YOUNG_PERSON\">Children and")
        .doesNotContain("group=CARER\">", "group=12-17\">")
        .contains("<option value=\"CARER\">\u2003Carers</option>")
        .contains("<option value=\"8-11\">Aged 8-11</option>")
        .contains("<option value=\"12-17\">Aged 12-17</option>")
        .doesNotContain("Aged 18-25");
    assertThat(ana.get("/office/search?words=from&group=CARER").body())
        .contains("1 comment found", "a carer");
    assertThat(ana.get("/office/search?words=from&group=12-17").body())
        .contains("1 comment found", "one of fourteen");
    assertThat(ana.get("/office/search?words=from&group=CHILD_AND_YOUNG_PERSON").body())
        .contains("2 comments found", "group=CHILD\">Children</a>", "group=12-17\">Aged 12-17</a>");
    assertThat(ana.get("/office/search?words=who:carers").body()).contains("1 comment found");
    assertThat(ana.get("/office/search?words=age:8-11").body()).contains("one of nine");
    assertThat(ana.get("/office/search?words=who:children").body()).contains("2 comments found");
  }

  @Test
  void nobody_can_choose_what_is_said_only_where_they_may_not_read() throws Exception {
    feedback.say("north");
    feedback.say("koonfur", Feedback.At.usual().area("family-help-south").language("so"));
    job.run();
    var somali = "<option value=\"so\"";
    assertThat(signedIn(Role.ANALYST, Set.of()).get("/office/search").body()).contains(somali);
    assertThat(signedIn(Role.ANALYST, Set.of("family-help-south")).get("/office/search").body())
        .contains(somali);
    assertThat(signedIn(Role.ANALYST, Set.of("family-help-north")).get("/office/search").body())
        .contains("<option value=\"en\"")
        .doesNotContain(somali);
  }

  /** The queries of a shipped theme are longer than the record of a search. */
  @Test
  void a_theme_of_many_queries_can_be_tried_as_a_whole() throws Exception {
    feedback.say("I'm on number six now.");
    job.run();
    var theme = books.find("change-of-worker").orElseThrow();
    var ana = new Staff(UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), Set.of(), Set.of());
    assertThat(trial.of(Theme.blank(theme.key()), theme, ana)).containsEntry("adds", 1L);
    assertThat(database.column("SELECT act FROM office.audit")).containsOnlyOnce("search");
  }

  @Test
  void only_an_analyst_may_search() throws Exception {
    feedback.say("a comment");
    job.run();
    for (var role :
        new Role[] {Role.READER, Role.MANAGER, Role.OPERATOR, Role.LEAD, Role.REVIEWER}) {
      var browser = signedIn(role, Set.of());
      for (var path :
          new String[] {"/office/search?words=", "/office/responses/" + UUID.randomUUID()}) {
        assertThat(browser.get(path).headers().firstValue("Location"))
            .as("%s at %s", role, path)
            .hasValue("/office/forbidden");
      }
    }
    assertThat(new Browser(server.getURI()).get("/office/search?words=").statusCode())
        .isEqualTo(303);
    assertThat(database.column("SELECT act FROM office.audit")).doesNotContain("search");
  }

  @Test
  void a_whole_response_shows_its_ticks_and_comments_and_is_audited() throws Exception {
    var response = feedback.say("they <b>listened</b>");
    database.execute("INSERT INTO feedback.tick VALUES ('" + response + "', 'listened', 'agree')");
    var page = signedIn(Role.ANALYST, Set.of()).get("/office/responses/" + response);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("they &lt;b&gt;listened&lt;/b&gt;")
        .contains("The worker listened to me")
        .contains(">Agree<");
    assertThat(lastBody()).isEqualTo(response.toString());
  }

  @Test
  void a_response_outside_ones_areas_does_not_exist() throws Exception {
    var south = feedback.say("south", Feedback.At.usual().area("family-help-south"));
    var browser = signedIn(Role.ANALYST, Set.of("family-help-north"));
    var outside = browser.get("/office/responses/" + south);
    var nothing = browser.get("/office/responses/" + UUID.randomUUID());
    assertThat(outside.statusCode()).isEqualTo(404);
    assertThat(outside.body()).isEqualTo(nothing.body()).contains("There is no such answer");
    assertThat(browser.get("/office/responses/not-an-id").statusCode()).isBetween(400, 404);
    assertThat(database.column("SELECT act FROM office.audit")).doesNotContain("read-response");
  }

  @Test
  void pages_lead_on_and_keep_the_search() throws Exception {
    for (int i = 0; i < 41; i++) {
      feedback.say("late again " + i);
    }
    job.run();
    var browser = signedIn(Role.ANALYST, Set.of());
    var second = browser.get("/office/search?words=late&period=2026&order=newest&page=2").body();
    assertThat(second)
        .contains("41 comments found")
        .contains("Page 2 of 3")
        .contains(
            "rel=\"prev\" href=\"/office/search?words=late&amp;period=2026&amp;order=newest\"")
        .contains("/office/search?words=late&amp;period=2026&amp;order=newest&amp;page=3");
  }

  @Test
  void whoever_quotes_or_sorts_a_comment_of_a_list_finds_the_way_back_to_that_list()
      throws Exception {
    try (var book = LogBook.open()) {
      thereAndBack();
      assertThat(
              book.betrayed(
                  List.of(
                      new LogBook.Secret("words of a search", "late &"),
                      new LogBook.Secret("the same in an address", "words=late"),
                      new LogBook.Secret("a comment", "late again & again"))))
          .isEmpty();
    }
  }

  private void thereAndBack() throws Exception {
    for (int i = 0; i < 22; i++) {
      feedback.say("late again & again");
    }
    job.run();
    var browser = signedIn(Role.ANALYST, Set.of());
    var list = "/office/search?words=late+%26&period=2026&order=newest&page=2";
    var back = "href=\"" + list.replace("&", "&amp;") + "\">Back to the results";
    var hits = browser.get(list).body();
    assertThat(hits).contains("Page 2 of 2").doesNotContain("Back to the results");
    var comment = first(hits, "/office/quotes/new\\?comment=([0-9a-f-]+)&amp;words=late");
    var query = list.substring(list.indexOf('?') + 1);
    for (var way :
        List.of(
            first(hits, "href=\"(/office/responses/[^\"]+)"),
            first(hits, "href=\"(/office/coding/[^\"]+)"),
            first(hits, "href=\"(/office/quotes/new[^\"]+)"))) {
      var page = browser.get(way.replace("&amp;", "&"));
      assertThat(page.statusCode()).as(way).isEqualTo(200);
      assertThat(page.body()).as(way).contains(back);
    }
    var fields = new HashMap<>(Map.of("words", "late &", "period", "2026", "order", "newest"));
    fields.putAll(Map.of("page", "2", "comment", comment, "csrfToken", token(browser)));
    fields.put("alone", "yes");
    for (var act : List.of("/office/coding", "/office/quotes/new", "/office/quotes/report")) {
      var typed = new HashMap<>(fields);
      typed.put("wording", act.endsWith("new") ? "late again & again" : "");
      var saved = browser.post(act, typed).headers().firstValue("Location").orElseThrow();
      assertThat(saved).as(act).endsWith("?" + query);
      assertThat(browser.get(saved).body()).as(act).contains(back);
    }
    fields.put("wording", "");
    fields.put("comment", first(hits.replace(comment, ""), "comment=([0-9a-f-]{36})"));
    assertThat(browser.post("/office/quotes/new", fields).body())
        .as("a mistake keeps it")
        .contains("There is a problem", back, "name=\"page\" value=\"2\"");
    assertThat(browser.get("/office/quotes").body()).doesNotContain("Back to the results");
  }

  @Test
  void the_way_back_leads_to_a_search_of_ours_whatever_stands_in_its_place() throws Exception {
    var response = feedback.say("nobody listened");
    job.run();
    var browser = signedIn(Role.ANALYST, Set.of());
    for (var hostile :
        List.of(
            "//evil.example/",
            "https://evil.example",
            "javascript:alert(1)",
            "\"><script>alert(1)</script>",
            "a\r\nSet-Cookie: stolen=1",
            "../../evil",
            "x".repeat(3_000))) {
      for (var name : List.of("words", "area", "like", "page", "order", "back", "return")) {
        var all = new HashMap<>(Map.of("words", "listened"));
        all.put(name, hostile);
        var page = browser.get("/office/responses/" + response + "?" + Phone.encode(all)).body();
        assertThat(first(page, "govuk-back-link\" href=\"([^\"]*)\""))
            .as("%s=%s", name, hostile)
            .matches("/office/search\\?[A-Za-z0-9=&;%+*._~-]*")
            .hasSizeLessThan(1_200);
        assertThat(page).doesNotContain("<script>alert");
      }
      var typed =
          Map.of("comment", "none", "words", hostile, "area", hostile, "csrfToken", token(browser));
      var sent = browser.post("/office/quotes/report", typed);
      assertThat(sent.headers().firstValue("Location").orElseThrow())
          .matches("/office/quotes\\?words=[A-Za-z0-9=&%+*._~-]*")
          .doesNotContain("//", ":", "stolen=");
      assertThat(sent.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("stolen");
    }
  }

  private static String token(Browser browser) throws Exception {
    return Browser.token(browser.get("/office"));
  }

  private static String first(String page, String pattern) {
    var found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  @Test
  void nonsense_in_the_address_is_an_empty_search_and_no_error() throws Exception {
    var browser = signedIn(Role.ANALYST, Set.of());
    for (var query :
        new String[] {
          "words=%00%FF%22",
          "words=" + "%28".repeat(900),
          "words=a&page=x",
          "words=a&page=-1",
          "words=a&area=" + "x".repeat(2_000),
          "words=a&words=b&words[]=c",
          "words"
        }) {
      assertThat(browser.get("/office/search?" + query).statusCode()).as(query).isEqualTo(200);
    }
  }

  @Test
  void health_tells_how_far_behind_the_index_is_and_nothing_else() throws Exception {
    feedback.say("not yet indexed");
    assertThat(health()).contains("\"behind\":1");
    job.run();
    assertThat(health())
        .containsPattern("\"index\":\\{[^}]*\"status\":\"UP\"")
        .contains("\"behind\":0");
  }

  private String health() throws Exception {
    var request =
        java.net.http.HttpRequest.newBuilder(server.getURI().resolve("/health"))
            .header("Accept", "application/json");
    return new Browser(server.getURI()).send(request).body();
  }

  private Browser signedIn(Role role, Set<String> areas) throws Exception {
    var name = role + "-" + UUID.randomUUID();
    users.add(
        new Staff(UUID.randomUUID(), name, "A person", Set.of(role), areas, Set.of("en")),
        PASSWORD);
    var browser = new Browser(server.getURI());
    browser.signIn(name, PASSWORD);
    return browser;
  }

  /** What the auditor reads in the last row. */
  private String lastBody() throws Exception {
    var sealed =
        database.column("SELECT HEX(sealed) FROM office.audit_body ORDER BY no DESC").getFirst();
    var folder = Path.of(TestDatabase.properties().get("hearback.keys.folder"));
    return Auditor.read(folder, HexFormat.of().parseHex(sealed));
  }
}
