package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.hearback.Phone;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Browser;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.retention.RetentionJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's word on a comment goes over what the theme book finds, everywhere and for good. */
class CodingTest {
  private static final String PASSWORD = "a password for tests";
  private static final String PAGE = "/office/coding";
  private static final String SIX = "I'm on number six now";
  private static final String WORKER = "change-of-worker";
  private static final Coding LISTENED = new Coding.About(List.of("listened-to"));

  private TestHouse house;
  private Feedback feedback;
  private Staff ana;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    feedback = new Feedback(house.database());
    house.get(IndexJob.class).run();
    ana = analyst("ana", Set.of());
    browser = signedIn("ana");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void it_is_taken_up_by_every_node_without_building_anew_and_outlives_an_index_and_a_book()
      throws Exception {
    var comment = said(SIX);
    try (var second = TestHouse.over(house.database(), house.keyFolder())) {
      for (var node : List.of(house, second)) {
        node.get(IndexJob.class).run();
        assertThat(hit(node).themes()).containsExactly(WORKER);
        assertThat(hit(node).sorted()).isEqualTo(Found.Sorted.BY_BOOK);
      }
      var built = generation(second);
      house.get(Codings.class).say(comment, LISTENED, ana);
      assertThat(hit(second).themes()).as("until its turn").containsExactly(WORKER);
      for (var node : List.of(house, second)) {
        node.get(IndexJob.class).run();
        persons(node);
      }
      assertThat(generation(second)).as("followed, and not made anew").isEqualTo(built);

      var books = second.get(ThemeBooks.class);
      var theme = books.now().find("reliability").orElseThrow();
      var typed = new HashMap<>(ThemeForm.of(theme).typed());
      typed.merge("queries-en", "\nsix", String::concat);
      books.change(new ThemeForm(theme.key(), typed).theme(theme), 0, "six", ana);
      second.get(IndexJob.class).run();
      assertThat(generation(second)).as("another book, another index").isNotEqualTo(built);
      persons(second);
    }
  }

  private void persons(TestHouse node) {
    assertThat(hit(node).themes()).containsExactly("listened-to");
    assertThat(hit(node).sorted()).isEqualTo(Found.Sorted.BY_PERSON);
    var found = node.get(Search.class).search("", Filter.none(), Order.BEST, ana, 1);
    assertThat(found.counts().get(CommentDocument.THEME)).isEqualTo(Map.of("listened-to", 1));
  }

  @Test
  void the_newest_word_counts_and_none_is_lost() throws Exception {
    var comment = said(SIX);
    var codings = house.get(Codings.class);
    codings.say(comment, LISTENED, ana);
    codings.say(comment, new Coding.Unclear(), analyst("ben", Set.of()));
    house.get(IndexJob.class).run();
    assertThat(hit(house).themes()).isEmpty();
    assertThat(hit(house).sorted()).isEqualTo(Found.Sorted.UNCLEAR);
    assertThat(browser.get("/office/search?words=").body())
        .contains("A person could not tell what it is about");
    codings.say(comment, new Coding.About(List.of()), ana);
    house.get(IndexJob.class).run();
    assertThat(hit(house).themes()).isEmpty();
    assertThat(browser.get("/office/search?words=").body())
        .contains("A person says that no theme of the book fits");
    assertThat(
            house
                .database()
                .column(
                    "SELECT CONCAT_WS('|', no, said, themes, coded_by, book, coded_on)"
                        + " FROM office.coding ORDER BY no"))
        .containsExactly(
            "1|themes|listened-to|ana|" + book() + "|2026-11-23",
            "2|unclear||ben|" + book() + "|2026-11-23",
            "3|themes||ana|" + book() + "|2026-11-23");
    try (var clerk = house.database().as("clerk");
        var statement = clerk.createStatement()) {
      assertThatThrownBy(() -> statement.execute("UPDATE office.coding SET themes = 'x'"))
          .hasMessageContaining("denied");
    }
  }

  /** An index follows the numbers, so none may be left out or come twice. */
  @Test
  void many_who_code_at_once_on_two_nodes_leave_no_number_out() throws Exception {
    var comment = said(SIX);
    try (var second = TestHouse.over(house.database(), house.keyFolder());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < 60; i++) {
        var codings = (i % 2 == 0 ? house : second).get(Codings.class);
        all.add(threads.submit(() -> codings.say(comment, LISTENED, ana)));
      }
      for (var one : all) {
        one.get();
      }
    }
    assertThat(house.database().column("SELECT no FROM office.coding ORDER BY no"))
        .isEqualTo(LongStream.rangeClosed(1, 60).mapToObj(Long::toString).toList());
  }

  @Test
  void a_restored_database_that_knows_less_or_something_else_makes_the_index_anew()
      throws Exception {
    var first = said(SIX);
    var second = said("we had six different workers");
    var codings = house.get(Codings.class);
    codings.say(first, LISTENED, ana);
    codings.say(second, LISTENED, ana);
    house.get(IndexJob.class).run();
    assertThat(themes()).containsOnly("listened-to");
    house.database().execute("DELETE FROM office.coding WHERE no = 2");
    house.get(IndexJob.class).run();
    assertThat(themes()).contains(WORKER, "listened-to");
    codings.say(second, LISTENED, ana);
    house.get(IndexJob.class).run();
    assertThat(themes()).containsOnly("listened-to");
    house.database().execute("UPDATE office.coding SET comment = '" + first + "' WHERE no = 2");
    house.get(IndexJob.class).run();
    assertThat(themes()).contains(WORKER, "listened-to");
  }

  @Test
  void it_goes_with_the_comment_and_the_next_word_is_still_taken_up() throws Exception {
    var deleted = said(SIX);
    var taken = said("we had six different workers");
    var hidden = said("six workers in one year");
    var codings = house.get(Codings.class);
    for (var comment : List.of(hidden, taken, deleted)) {
      codings.say(comment, LISTENED, ana);
    }
    house.get(IndexJob.class).run();
    house.database().execute("DELETE FROM feedback.comment WHERE id = '" + deleted + "'");
    house
        .database()
        .execute("UPDATE feedback.comment SET display = 'taken' WHERE id = '" + taken + "'");
    house
        .database()
        .execute("UPDATE feedback.comment SET display = 'reported' WHERE id = '" + hidden + "'");
    house.get(RetentionJob.class).run();
    assertThat(house.database().column("SELECT comment FROM office.coding ORDER BY no"))
        .as("the last number stays until there is another")
        .containsExactly(hidden.toString(), deleted.toString());
    assertThat(browser.get(PAGE + "/" + hidden).statusCode()).as("hidden").isEqualTo(404);

    var another = said("number six, again");
    codings.say(another, LISTENED, ana);
    house.get(IndexJob.class).run();
    assertThat(house.get(Codings.class).last().no()).isEqualTo(4);
    assertThat(
            house
                .get(Search.class)
                .search("again", Filter.none(), Order.BEST, ana, 1)
                .hits()
                .getFirst()
                .themes())
        .containsExactly("listened-to");
    house.get(RetentionJob.class).run();
    assertThat(house.database().column("SELECT comment FROM office.coding ORDER BY no"))
        .containsExactly(hidden.toString(), another.toString());
    assertThat(browser.get("/office/retention").body())
        .contains("What members of staff said that a comment is about");
  }

  @Test
  void comments_come_one_by_one_as_a_plain_form_and_each_look_is_on_the_record() throws Exception {
    var right = said(SIX);
    var wrong = said("nobody listened to us");
    var unclear = said("the interpreter never came");
    house.get(IndexJob.class).run();
    var place = PAGE;
    for (int left = 3; left > 0; left--) {
      var page = browser.get(place).body();
      assertThat(page).contains(left == 1 ? "One comment here" : left + " comments here");
      var comment = comment(page);
      var fields = new HashMap<String, String>();
      fields.put("comment", comment.toString());
      fields.put("act", comment.equals(unclear) ? "unclear" : "save");
      fields.put("about", comment.equals(right) ? WORKER : "reliability");
      if (comment.equals(right)) {
        assertThat(page)
            .containsPattern("value=\"change-of-worker\"[^>]* checked")
            .contains("of its quer");
      }
      var saved = post(browser, fields);
      assertThat(saved.statusCode()).isEqualTo(303);
      place = saved.headers().firstValue("Location").orElseThrow();
      assertThat(place).isEqualTo(PAGE + "?after=" + comment);
      // The index knows nothing yet, and nothing is asked twice.
      house.get(IndexJob.class).run();
    }
    assertThat(browser.get(place).body()).contains("You have been through all of them.");
    assertThat(browser.get(PAGE).body()).contains("A person has looked at every comment.");
    var said = house.get(Codings.class).of(List.of(right, wrong, unclear));
    assertThat(said)
        .isEqualTo(
            Map.of(
                right, new Coding.About(List.of(WORKER)),
                wrong, new Coding.About(List.of("reliability")),
                unclear, new Coding.Unclear()));
    assertThat(house.database().column("SELECT act FROM office.audit ORDER BY no"))
        .filteredOn(act -> act.startsWith("co"))
        .containsExactly(
            "coding-read",
            "comment-coded",
            "coding-read",
            "comment-coded",
            "coding-read",
            "comment-coded");
  }

  @Test
  void what_points_to_a_person_is_hidden_on_the_way_and_the_next_comes() throws Exception {
    var comment = said(SIX);
    house.get(IndexJob.class).run();
    var token = Browser.token(browser.get("/office"));
    var gone =
        browser.post(PAGE + "/report", Map.of("comment", comment.toString(), "csrfToken", token));
    assertThat(gone.statusCode()).isEqualTo(303);
    assertThat(gone.headers().firstValue("Location")).hasValue(PAGE + "?after=" + comment);
    assertThat(house.database().column("SELECT display FROM feedback.comment"))
        .containsExactly("reported");
    assertThat(browser.get(PAGE).body()).doesNotContain("number six");
  }

  @Test
  void what_was_said_a_moment_ago_is_not_asked_again_though_the_index_is_behind() throws Exception {
    var only = said(SIX);
    house.get(IndexJob.class).run();
    house.get(Codings.class).say(only, LISTENED, ana);
    assertThat(browser.get(PAGE).body()).doesNotContain("number six");
  }

  @Test
  void a_comment_of_a_search_or_an_answer_is_put_right_there_and_four_themes_are_too_many()
      throws Exception {
    var response = feedback.say(SIX);
    var comment = feedback.commentOf(response);
    house.get(IndexJob.class).run();
    assertThat(browser.get("/office/search?words=six").body()).contains(PAGE + "/" + comment);
    var answer = "/office/responses/" + response;
    assertThat(browser.get(answer).body())
        .contains("The theme book finds:", "Change of worker", PAGE + "/" + comment);
    var many =
        browser.send(
            browser
                .posting(PAGE, Map.of())
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "csrfToken="
                            + Phone.encode(Browser.token(browser.get(PAGE + "/" + comment)))
                            + "&alone=yes&comment="
                            + comment
                            + "&about=listened-to&about=reliability&about=timeliness"
                            + "&about=change-of-worker&about=kept-informed")));
    assertThat(many.statusCode()).isEqualTo(422);
    assertThat(many.body())
        .contains("Choose three themes at most")
        .containsPattern("value=\"reliability\"[^>]* checked");
    var saved = post(browser, Map.of("comment", comment.toString(), "alone", "yes"));
    assertThat(saved.headers().firstValue("Location")).hasValue(answer);
    assertThat(browser.get(answer).body()).contains("ana said that no theme of the book fits");
  }

  @Test
  void a_theme_that_went_out_of_use_meanwhile_is_asked_again_and_says_not_that_none_fits()
      throws Exception {
    var comment = said(SIX);
    house.get(IndexJob.class).run();
    var page = browser.get(PAGE + "/" + comment);
    outOfUse(WORKER);
    for (var key : List.of(WORKER, "never-was-there")) {
      var body = Map.of("comment", comment.toString(), "csrfToken", Browser.token(page));
      var refused =
          browser.send(
              browser
                  .posting(PAGE, Map.of())
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          Phone.encode(body)
                              + "&alone=yes&about=reliability&side-reliability=-&about="
                              + key)));
      assertThat(refused.statusCode()).as(key).isEqualTo(422);
      assertThat(refused.body())
          .contains(
              key.equals(WORKER)
                  ? "“Change of worker” is out of use now: choose again"
                  : "A theme that you ticked is not in the theme book: choose again")
          .containsPattern("value=\"reliability\"[^>]* checked")
          .containsPattern("(?s)name=\"side-reliability\".{0,300}?value=\"-\" selected");
    }
    assertThat(house.database().column("SELECT no FROM office.coding")).isEmpty();
  }

  @Test
  void what_a_person_said_of_themes_out_of_use_is_no_word_on_any_page() throws Exception {
    var response = feedback.say("nobody listened to us");
    var comment = feedback.commentOf(response);
    var codings = house.get(Codings.class);
    codings.say(comment, new Coding.About(List.of(WORKER)), ana);
    house.get(IndexJob.class).run();
    var answer = "/office/responses/" + response;
    assertThat(browser.get(answer).body()).contains("ana said:");
    outOfUse(WORKER);
    house.get(IndexJob.class).run();
    assertThat(hit(house).sorted()).isEqualTo(Found.Sorted.BY_BOOK);
    assertThat(browser.get(answer).body())
        .contains("The theme book finds:", "Listened to")
        .doesNotContain("ana said", "Change of worker");
    assertThat(browser.get(PAGE + "/" + comment).body())
        .containsPattern("value=\"listened-to\"[^>]* checked")
        .doesNotContain("ana said");
    codings.say(comment, new Coding.About(List.of("money", "reliability")), ana);
    outOfUse("money");
    assertThat(browser.get(PAGE + "/" + comment).body())
        .contains("ana said: Reliability")
        .containsPattern("value=\"reliability\"[^>]* checked")
        .doesNotContainPattern("value=\"listened-to\"[^>]* checked");
  }

  private void outOfUse(String key) {
    var books = house.get(ThemeBooks.class);
    books.takeOut(books.now().find(key).orElseThrow(), 0, "not now", ana);
  }

  @Test
  void nobody_codes_where_they_may_not_look() throws Exception {
    var south =
        feedback.commentOf(feedback.say(SIX, Feedback.At.usual().area("family-help-south")));
    house.get(IndexJob.class).run();
    analyst("nora", Set.of("family-help-north"));
    var north = signedIn("nora");
    assertThat(north.get(PAGE).body()).contains("A person has looked at every comment.");
    assertThat(north.get(PAGE + "/" + south).statusCode()).isEqualTo(404);
    assertThat(post(north, Map.of("comment", south.toString())).statusCode()).isEqualTo(409);
    assertThat(house.database().column("SELECT no FROM office.coding")).isEmpty();
    assertThat(post(north, Map.of("comment", "nothing")).statusCode()).isEqualTo(409);
  }

  private UUID said(String words) throws Exception {
    return feedback.commentOf(feedback.say(words));
  }

  private Found.Hit hit(TestHouse node) {
    return node.get(Search.class).search("", Filter.none(), Order.BEST, ana, 1).hits().getFirst();
  }

  private Set<String> themes() {
    return house.get(Search.class).search("", Filter.none(), Order.BEST, ana, 1).hits().stream()
        .flatMap(hit -> hit.themes().stream())
        .collect(Collectors.toSet());
  }

  private String book() {
    return house.get(ThemeBooks.class).now().version();
  }

  private static String generation(TestHouse node) throws Exception {
    var folder = node.context().getRequiredProperty("hearback.index.folder", String.class);
    return Files.readString(Path.of(folder, "current"));
  }

  private static UUID comment(String page) {
    var found =
        java.util.regex.Pattern.compile("name=\"comment\" value=\"([0-9a-f-]{36})\"").matcher(page);
    assertThat(found.find()).isTrue();
    return UUID.fromString(found.group(1));
  }

  private static HttpResponse<String> post(Browser browser, Map<String, String> fields)
      throws Exception {
    var all = new HashMap<>(fields);
    all.put("csrfToken", Browser.token(browser.get("/office")));
    return browser.post(PAGE, all);
  }

  private Staff analyst(String name, Set<String> areas) {
    var staff = new Staff(UUID.randomUUID(), name, name, Set.of(Role.ANALYST), areas, Set.of("en"));
    house.get(Hired.class).add(staff, PASSWORD);
    return staff;
  }

  private Browser signedIn(String name) throws Exception {
    var signedIn = new Browser(house.address());
    signedIn.signIn(name, PASSWORD);
    return signedIn;
  }
}
