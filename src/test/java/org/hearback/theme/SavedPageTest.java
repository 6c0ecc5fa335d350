package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.hearback.OneHouse;
import org.hearback.Phone;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Browser;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;
import org.hearback.audit.Auditor;
import org.hearback.journey.OfficeSeal;
import org.hearback.retention.RetentionJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Searches that an analyst keeps: theirs alone, counted within what they may see today. */
class SavedPageTest {
  @RegisterExtension private static final OneHouse ONE = new OneHouse();

  private static final String PASSWORD = "a password for tests";
  private static final String LIST = "/office/searches";
  private static final Pattern CHANGE = Pattern.compile("/office/searches/([0-9a-f-]{36})/change");

  private final TestHouse house = ONE.get();
  private final TestDatabase database = house.database();
  private Feedback feedback;

  @BeforeEach
  void begin() {
    feedback = new Feedback(database);
    index();
  }

  @Test
  void a_search_is_saved_counted_opened_renamed_and_deleted() throws Exception {
    feedback.say("The interpreter was late");
    feedback.say("The interpreter was kind", Feedback.At.usual().area("family-help-south"));
    feedback.say("Late again");
    index();
    var ana = signedIn("ana", Set.of());
    var search = "/office/search?words=interpreter&area=family-help&order=newest&page=1";
    assertThat(ana.get(search).body())
        .contains(
            "href=\"/office/searches/new?words=interpreter&amp;area=family-help&amp;order=newest\"")
        .contains("Save this search");
    save(ana, "words=interpreter&area=family-help&order=newest", "Words for each other");
    assertThat(list(ana))
        .contains("Number 1: ")
        .contains("Words for each other", "<strong>2 comments</strong>")
        .contains("as many as when you opened it on 23 November 2026")
        .contains("<q dir=\"auto\">interpreter</q> · Service area: Family Help · newest first")
        .doesNotContain("You get an e-mail");
    feedback.say("No interpreter came");
    index();
    house.clock().pass(Duration.ofDays(2));
    assertThat(list(ana))
        .contains("<strong>3 comments</strong>", "1 more since you opened it on 23 November 2026");
    assertThat(ana.get(LIST + "/" + only()).headers().firstValue("Location"))
        .hasValue("/office/search?words=interpreter&area=family-help&order=newest");
    assertThat(list(ana)).contains("as many as when you opened it on 25 November 2026");
    change(ana, Map.of("name", "Another name"));
    assertThat(list(ana)).contains("Another name").doesNotContain("Words for each other");
    var page = ana.get(LIST + "/" + only() + "/change");
    assertThat(page.body()).contains("value=\"Another name\"");
    ana.post(LIST + "/" + only() + "/delete", Map.of("csrfToken", Browser.token(page)));
    assertThat(list(ana)).contains("You have saved none");
  }

  @Test
  void each_act_is_on_the_record_and_what_it_was_about_is_sealed_there() throws Exception {
    feedback.say("The interpreter was late");
    index();
    var ana = signedIn("ana", Set.of());
    save(ana, "words=interpreter&area=family-help", "One");
    assertThat(Auditor.last(house, "search-saved"))
        .isEqualTo(only() + "\ninterpreter\narea=family-help page=1");
    list(ana);
    assertThat(Auditor.last(house, "search")).isEqualTo("saved searches\n" + only() + " found 1");
    var opened = ana.get(LIST + "/" + only()).headers().firstValue("Location").orElseThrow();
    ana.get(opened);
    assertThat(Auditor.last(house, "search-opened"))
        .isEqualTo(only() + "\ninterpreter\narea=family-help page=1");
    assertThat(Auditor.last(house, "search")).contains("interpreter", "found 1");
    change(ana, Map.of("name", "Two"));
    assertThat(Auditor.last(house, "search-saved")).isEqualTo(only() + "\nchanged");
    var id = only();
    var page = ana.get(LIST + "/" + id + "/change");
    ana.post(LIST + "/" + id + "/delete", Map.of("csrfToken", Browser.token(page)));
    assertThat(Auditor.last(house, "search-deleted")).isEqualTo(id);
    assertThat(database.column("SELECT act FROM office.audit ORDER BY no"))
        .containsExactly(
            "sign-in",
            "search-saved",
            "search",
            "search-opened",
            "search",
            "search",
            "search-saved",
            "search-deleted");
  }

  @Test
  void what_is_wrong_comes_back_with_what_was_typed() throws Exception {
    var ana = signedIn("ana", Set.of());
    save(ana, "words=first", "A name");
    var wrong =
        Map.of(
            "  ",
            "Give it a name",
            "x".repeat(61),
            "Make the name 60 characters or fewer",
            "a  NAME",
            "You have a saved search of this name");
    for (var one : wrong.entrySet()) {
      var again = post(ana, "words=%3Csecond%3E&theme=delay", one.getKey());
      assertThat(again.statusCode()).as(one.getValue()).isEqualTo(422);
      assertThat(again.body())
          .contains("<title>Error: Save this search", one.getValue())
          .contains("value=\"" + one.getKey() + "\"")
          .contains("name=\"words\" value=\"&lt;second&gt;\"")
          .contains("name=\"theme\" value=\"delay\"");
    }
    save(ana, "words=second", "Another");
    var second = ids().getLast();
    var path = LIST + "/" + second + "/change";
    var token = Browser.token(ana.get(path));
    var again = ana.post(path, Map.of("csrfToken", token, "name", "a name"));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("You have a saved search of this name", "value=\"a name\"");
    var same = ana.post(path, Map.of("csrfToken", token, "name", "ANOTHER"));
    assertThat(same.statusCode()).as("its own name in other letters").isEqualTo(303);
  }

  @Test
  void there_are_fifty_at_most_also_when_two_are_saved_at_once() throws Exception {
    var ana = signedIn("ana", Set.of());
    for (int number = 1; number < Saved.MOST; number++) {
      save(ana, "words=w" + number, "Number " + number);
    }
    var both = new ArrayList<Callable<Integer>>();
    var token = Browser.token(ana.get(LIST + "/new?words=last"));
    for (var name : List.of("One more", "Two more", "Three more")) {
      both.add(() ->
          ana.post(LIST + "/new", Map.of("csrfToken", token, "words", "last", "name", name))
              .statusCode());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ended = threads.invokeAll(both).stream().map(done -> done.resultNow()).toList();
      assertThat(ended).containsExactlyInAnyOrder(303, 422, 422);
    }
    assertThat(ids()).hasSize(Saved.MOST);
    assertThat(post(ana, "words=more", "Too many").body())
        .contains("You have 50 saved searches, and cannot have more", "value=\"Too many\"");
    assertThat(database.column("SELECT COUNT(DISTINCT no) FROM office.saved_search"))
        .containsExactly("50");
    assertThat(list(ana)).as("and its record fits").contains("Number 50: ");
  }

  @Test
  void any_search_comes_back_as_it_was() throws Exception {
    var ana = signedIn("ana", Set.of());
    var odd =
        List.of(
            "{a} ${b} 100% & + # ? =",
            "\"social worker\"~3 -late | \\",
            "الاجتماع كان طويلا",
            "😀".repeat(200),
            "a\u0001b\u202e");
    int number = 0;
    for (var words : odd) {
      var query =
          "words="
              + Phone.encode(words)
              + "&area=nowhere&group=NOBODY&milestone=M99&period=2026-XYZ&language=x%20y&theme=none";
      save(ana, query, "Odd " + ++number);
      var address =
          ana.get(LIST + "/" + ids().getLast()).headers().firstValue("Location").orElseThrow();
      assertThat(URI.create(address).getRawQuery()).contains("period=2026-XYZ", "group=NOBODY");
      assertThat(asked(number).words()).isEqualTo(words.strip());
      assertThat(asked(number).filter())
          .isEqualTo(new Filter("nowhere", "NOBODY", "M99", "2026-XYZ", "x y", "none"));
    }
    assertThat(list(ana)).contains("When: 2026-XYZ", "Who said it: NOBODY", "{a} ${b} 100%");
    var form = ana.get(LIST + "/" + ids().getFirst() + "/change").body();
    assertThat(form).contains("{a} ${b} 100% &amp; + # ? =");
  }

  @Test
  void the_longest_that_can_be_sent_is_kept() throws Exception {
    var ana = signedIn("ana", Set.of());
    var token = Browser.token(ana.get(LIST + "/new?words=a"));
    int number = 0;
    for (var sign : List.of("\u0001", "中", "\"")) {
      var fields = new HashMap<String, String>();
      fields.put("csrfToken", token);
      fields.put("words", sign.repeat(1_000));
      fields.put("name", sign.repeat(59) + number);
      for (var choice :
          List.of("area", "group", "milestone", "period", "language", "theme", "mentions")) {
        fields.put(choice, sign.repeat(40));
      }
      assertThat(ana.post(LIST + "/new", fields).statusCode()).isEqualTo(303);
      assertThat(asked(++number).words()).isEqualTo(sign.repeat(1_000));
      assertThat(ana.get(SearchPage.address(asked(number))).statusCode()).isEqualTo(200);
    }
    assertThat(list(ana)).contains("中".repeat(1_000));
  }

  @Test
  void a_form_that_no_page_of_ours_sends_is_refused_and_nothing_is_kept() throws Exception {
    var ana = signedIn("ana", Set.of());
    var token = Browser.token(ana.get(LIST + "/new?words=a"));
    for (var body :
        List.of(
            "words&name=x", "", "words=a", "words=a&name=%00%FF%20", "name=x", "words=a&words=b")) {
      var sent =
          ana.send(
              ana.posting(LIST + "/new", Map.of())
                  .POST(BodyPublishers.ofString("csrfToken=" + token + "&" + body)));
      assertThat(sent.statusCode()).as(body).isIn(303, 400, 422);
    }
    database.execute("DELETE FROM office.saved_search");
    var forged = ana.post(LIST + "/new", Map.of("words", "a", "name", "x"));
    assertThat(forged.headers().firstValue("Location"))
        .as("without the token")
        .hasValueSatisfying(to -> assertThat(to).doesNotStartWith(LIST));
    assertThat(ids()).isEmpty();
  }

  @Test
  void what_is_put_right_is_saved_as_it_was_searched_for() throws Exception {
    feedback.say("The interpreter was late");
    index();
    var ana = signedIn("ana", Set.of());
    assertThat(ana.get("/office/search?words=intrepreter").body())
        .contains("href=\"/office/searches/new?words=interpreter\"");
  }

  @Test
  void what_is_like_a_comment_or_no_search_is_not_saved() throws Exception {
    var response = feedback.say("The interpreter was late");
    index();
    var ana = signedIn("ana", Set.of());
    var like = "like=" + feedback.commentOf(response);
    assertThat(ana.get("/office/search?" + like).body()).doesNotContain("Save this search");
    for (var none : List.of(like, "", "area=family-help")) {
      assertThat(ana.get(LIST + "/new?" + none).headers().firstValue("Location"))
          .hasValue("/office/search");
    }
    var token = Browser.token(ana.get(LIST + "/new?words=a"));
    var sent =
        ana.post(
            LIST + "/new",
            Map.of(
                "csrfToken", token, "name", "x", "like", feedback.commentOf(response).toString()));
    assertThat(sent.headers().firstValue("Location")).hasValue("/office/search");
    assertThat(ids()).isEmpty();
  }

  @Test
  void nobody_else_sees_opens_changes_or_deletes_one() throws Exception {
    var ana = signedIn("ana", Set.of());
    save(ana, "words=interpreter", "Mine alone");
    var id = only();
    var eve = signedIn("eve", Set.of());
    save(eve, "words=other", "Of another person");
    assertThat(list(eve)).doesNotContain("Mine alone").contains("Number 1: ");
    var token = Browser.token(eve.get(LIST + "/new?words=a"));
    for (var path : List.of("/" + id, "/" + id + "/change")) {
      assertThat(eve.get(LIST + path).headers().firstValue("Location")).hasValue(LIST);
    }
    for (var path : List.of("/" + id + "/change", "/" + id + "/delete")) {
      var sent = eve.post(LIST + path, Map.of("csrfToken", token, "name", "Taken over"));
      assertThat(sent.headers().firstValue("Location")).hasValue(LIST);
    }
    assertThat(list(ana)).contains("Mine alone");
    assertThat(eve.get(LIST + "/" + UUID.randomUUID()).headers().firstValue("Location"))
        .hasValue(LIST);
    for (var role : List.of(Role.READER, Role.MANAGER, Role.OPERATOR, Role.LEAD, Role.REVIEWER)) {
      var other = signedIn(role.name(), role, Set.of(), "");
      for (var path : List.of("", "/new?words=a", "/" + id, "/" + id + "/change")) {
        assertThat(other.get(LIST + path).headers().firstValue("Location"))
            .as("%s %s", role, path)
            .hasValue("/office/forbidden");
      }
    }
  }

  @Test
  void it_is_counted_within_the_areas_of_today() throws Exception {
    feedback.say("late in the north");
    feedback.say("late in the south", Feedback.At.usual().area("family-help-south"));
    index();
    var ana = signedIn("ana", Set.of());
    save(ana, "words=late", "Late");
    assertThat(list(ana)).contains("<strong>2 comments</strong>");
    database.execute("UPDATE office.staff SET areas = 'family-help-south'");
    assertThat(list(ana))
        .contains("<strong>1 comment</strong>", "1 fewer than when you opened it")
        .doesNotContain("2 comments");
    database.execute("UPDATE office.staff SET areas = 'nowhere'");
    assertThat(list(ana)).contains("<strong>No comment</strong>");
  }

  @Test
  void the_table_shows_neither_names_nor_words_nor_how_long_they_are() throws Exception {
    var ana = signedIn("ana", Set.of());
    save(ana, "words=zeppelin&theme=delay", "Airships of the council");
    save(ana, "words=a", "b");
    var bodies = database.column("SELECT HEX(sealed) FROM office.saved_search ORDER BY no");
    for (var word : List.of("zeppelin", "delay", "Airship")) {
      assertThat(bodies)
          .noneMatch(
              body -> body.contains(HexFormat.of().withUpperCase().formatHex(word.getBytes())));
    }
    assertThat(bodies.getFirst()).hasSameSizeAs(bodies.getLast());
    assertThat(asked(1).filter().theme()).isEqualTo("delay");
  }

  @Test
  void one_that_was_moved_to_somebody_else_does_not_open_there() throws Exception {
    var ana = signedIn("ana", Set.of());
    save(ana, "words=interpreter", "Mine alone");
    var eve = signedIn("eve", Set.of());
    save(eve, "words=other", "Of another person");
    database.execute(
        "UPDATE office.saved_search SET no = 7, staff = (SELECT id FROM office.staff WHERE sign_in"
            + " = 'eve') WHERE staff = (SELECT id FROM office.staff WHERE sign_in = 'ana')");
    assertThat(list(eve)).contains("Of another person").doesNotContain("Mine alone", "Number 7");
    assertThat(list(ana)).contains("You have saved none");
    // Nor does the other way round open what this key has sealed for others.
    var seal = house.get(OfficeSeal.class);
    var sealed = seal.close("text", "a");
    assertThat(seal.open(sealed, "a")).isEqualTo("text");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> seal.open(sealed, "b"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void it_goes_twelve_months_after_it_was_opened_and_with_its_owner() throws Exception {
    var ana = signedIn("ana", Set.of());
    save(ana, "words=first", "Opened");
    save(ana, "words=second", "Not opened");
    var eve = signedIn("eve", Set.of());
    save(eve, "words=third", "Of somebody who leaves");
    assertThat(eve.get("/office/retention").body())
        .contains("Searches that an analyst has saved", "12 months after they were last opened");
    forget("2027-11-20T10:00:00Z");
    assertThat(ids()).hasSize(3);
    database.execute("UPDATE office.saved_search SET opened_on = '2027-11-20' WHERE no = 1");
    database.execute("DELETE FROM office.staff WHERE sign_in = 'eve'");
    forget("2027-11-23T10:00:00Z");
    assertThat(ids()).as("a year to the day").hasSize(2);
    forget("2027-11-24T10:00:00Z");
    assertThat(database.column("SELECT no FROM office.saved_search")).containsExactly("1");
  }

  @Test
  void whoever_has_no_address_is_told_so_and_gets_no_choice() throws Exception {
    var ana = signedIn("ana", Set.of());
    assertThat(ana.get(LIST + "/new?words=a").body())
        .contains("your entry in the list of staff has no address")
        .doesNotContain("name=\"mailed\"");
    var token = Browser.token(ana.get(LIST + "/new?words=a"));
    ana.post(LIST + "/new", Map.of("csrfToken", token, "words", "a", "name", "x", "mailed", "yes"));
    assertThat(database.column("SELECT mailed FROM office.saved_search")).containsExactly("0");
    var eve = signedIn("eve", Role.ANALYST, Set.of(), "eve@council.example");
    assertThat(eve.get(LIST + "/new?words=a").body())
        .contains("name=\"mailed\"")
        .doesNotContain("<script");
    token = Browser.token(eve.get(LIST + "/new?words=a"));
    eve.post(LIST + "/new", Map.of("csrfToken", token, "words", "a", "name", "x", "mailed", "yes"));
    assertThat(list(eve)).contains("You get an e-mail when it finds more");
    var id = CHANGE.matcher(list(eve));
    assertThat(id.find()).isTrue();
    var path = id.group();
    assertThat(eve.get(path).body()).containsPattern("name=\"mailed\"[^>]*checked");
    eve.post(path, Map.of("csrfToken", token, "name", "x"));
    assertThat(list(eve)).doesNotContain("You get an e-mail when it finds more");
  }

  private void forget(String moment) {
    house.clock().set(Instant.parse(moment));
    house.get(RetentionJob.class).run();
  }

  private void index() {
    house.get(IndexJob.class).run();
  }

  private SearchRequest asked(int no) {
    var owner = house.get(StaffList.class).bySignIn("ana").orElseThrow();
    return house.get(SavedStore.class).of(owner.id()).get(no - 1).asked();
  }

  private String only() throws Exception {
    assertThat(ids()).hasSize(1);
    return ids().getFirst();
  }

  /** In the order in which they were saved by one person. */
  private List<String> ids() throws Exception {
    return database.column("SELECT id FROM office.saved_search ORDER BY staff, no");
  }

  private static String list(Browser browser) throws Exception {
    var page = browser.get(LIST);
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  private void save(Browser browser, String query, String name) throws Exception {
    var saved = post(browser, query, name);
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    assertThat(saved.headers().firstValue("Location")).hasValue(LIST);
  }

  /** With the fields that the page itself holds, as a browser does. */
  private static HttpResponse<String> post(Browser browser, String query, String name)
      throws Exception {
    var page = browser.get(LIST + "/new?" + query);
    assertThat(page.statusCode()).isEqualTo(200);
    var fields = new HashMap<String, String>();
    var hidden =
        Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .matcher(page.body());
    while (hidden.find()) {
      fields.put(hidden.group(1), unescaped(hidden.group(2)));
    }
    fields.put("csrfToken", Browser.token(page));
    fields.put("name", name);
    return browser.post(LIST + "/new", fields);
  }

  private static String unescaped(String value) {
    return value
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private void change(Browser browser, Map<String, String> fields) throws Exception {
    var page = browser.get(LIST);
    var id = CHANGE.matcher(page.body());
    assertThat(id.find()).isTrue();
    var path = LIST + "/" + id.group(1) + "/change";
    var all = new HashMap<>(fields);
    all.put("csrfToken", Browser.token(browser.get(path)));
    assertThat(browser.post(path, all).statusCode()).isEqualTo(303);
  }

  private Browser signedIn(String name, Set<String> areas) throws Exception {
    return signedIn(name, Role.ANALYST, areas, "");
  }

  private Browser signedIn(String name, Role role, Set<String> areas, String email)
      throws Exception {
    house
        .get(Hired.class)
        .add(
            new Staff(
                UUID.randomUUID(), name, "A person", Set.of(role), areas, Set.of("en"), email, ""),
            PASSWORD);
    var browser = new Browser(house.address());
    browser.signIn(name, PASSWORD);
    return browser;
  }
}
