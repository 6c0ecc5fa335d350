package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/** Comments drawn by chance, coded by two who do not see each other, and what comes out of it. */
class SamplesTest {
  private static final String PASSWORD = "a password for tests";
  private static final String PAGE = "/office/samples";
  private static final String WORKER = "change-of-worker";

  private TestHouse house;
  private Feedback feedback;
  private Browser ana;
  private Browser ben;

  @BeforeEach
  void open() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    feedback = new Feedback(house.database());
    house.get(IndexJob.class).run();
    ana = signedIn("ana", Set.of());
    ben = signedIn("ben", Set.of());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void two_code_it_blind_and_then_see_how_well_each_theme_does() throws Exception {
    for (int i = 0; i < 11; i++) {
      feedback.say("I'm on number six now");
    }
    feedback.say("ok");
    house.get(IndexJob.class).run();
    var sample = drawn(ana, Map.of("size", "12", "seed", "417"));
    var items = items(sample);
    assertThat(items).hasSize(12);
    var odd = places(items, "ok").getFirst();

    // The first by hand, the second by a sheet.
    for (int place = 1; place <= 12; place++) {
      var page = ana.get(sample + "/comments/" + place).body();
      assertThat(page)
          .contains("Comment " + place + " of 12")
          .doesNotContain("of its quer", " checked=\"checked\"");
      var said = Map.of("act", "save", "about", place == odd ? "" : WORKER);
      assertThat(post(ana, sample + "/comments/" + place, said).statusCode()).isEqualTo(303);
    }
    assertThat(ana.get(sample).body())
        .contains("You are through.", "ana: 12 of 12")
        .doesNotContain("Kappa");
    assertThat(ben.get(sample).body()).doesNotContain("Kappa", "Change of worker");
    assertThat(ben.get(sample + "/comments/1").body()).doesNotContain(" checked=\"checked\"");
    var sheet = ben.get(sample + "/sheet.csv");
    assertThat(sheet.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(sheet.body().lines().skip(1)).allMatch(line -> line.endsWith(",,,"));
    assertThat(sheet.body()).doesNotContain("six");
    assertThat(ana.get(sample + "/sheet.csv").body()).contains("," + WORKER + ",,");

    var other = odd == 1 ? 2 : 1;
    var filled = new ArrayList<String>();
    for (var line : sheet.body().lines().toList()) {
      var place = line.substring(0, line.indexOf(','));
      var theme =
          place.equals("" + odd) ? "none" : place.equals("" + other) ? "listened-to" : WORKER;
      filled.add(place.equals("number") ? line : line.replaceFirst(",,,$", "," + theme + ",,"));
    }
    var done = post(ben, sample + "/sheet", Map.of("sheet", String.join("\r\n", filled)));
    assertThat(done.headers().firstValue("Location")).hasValue(sample);

    // 11 of 12 are agreed; by chance (11 * 10 + 1 * 2) of 144: (132 - 112) / (144 - 112) = 0.625
    assertThat(row(ana.get(sample).body(), "Change of worker"))
        .containsExactly("10", "1", "0.63", "100 % (10 of 10)", "100 % (10 of 10)");
    assertThat(row(ben.get(sample).body(), "Listened to"))
        .containsExactly("0", "1", "0.00", "too few (0)", "too few (0)");
    assertThat(ben.get("/office/themes/" + WORKER).body())
        .contains("On 12 comments", "0.63", "100 % (10 of 10)");
    assertThat(ben.get("/office/themes/" + "money").body())
        .contains("On 12 comments", "all the same", "too few (0)");

    assertThat(post(ana, sample + "/comments/1", Map.of("act", "unclear")).statusCode())
        .isEqualTo(303);
    assertThat(codes()).as("both are through: nobody changes it").isEqualTo("24");
    assertThat(house.database().column("SELECT no FROM office.coding"))
        .as("no index and no search shows what is said of a sample")
        .isEmpty();
  }

  @Test
  void samples_that_others_drew_since_push_none_away_that_somebody_may_read() throws Exception {
    var rows = house.get(SampleRows.class);
    var day = LocalDate.of(2026, 11, 1);
    var own = UUID.randomUUID();
    rows.add(own, "1", 10, "first-contact", "", "", "", "", "first-contact", "cay", day);
    for (int i = 0; i < 201; i++) {
      rows.add(UUID.randomUUID(), "2", 10, "", "", "", "", "", "", "ana", day.plusDays(1));
    }
    assertThat(house.get(Samples.class).newest(analyst("cay", Set.of("first-contact"))))
        .extracting(standing -> standing.sample().id())
        .containsExactly(own);
    assertThat(house.get(Samples.class).newest(analyst("ana", Set.of()))).hasSize(40);
  }

  private static Staff analyst(String name, Set<String> areas) {
    return new Staff(UUID.randomUUID(), name, name, Set.of(Role.ANALYST), areas, Set.of("en"));
  }

  @Test
  void the_same_seed_draws_the_same_and_a_filter_narrows_it() throws Exception {
    for (int i = 0; i < 40; i++) {
      feedback.say(
          "number " + i, Feedback.At.usual().area(i < 20 ? "first-contact" : "family-help-north"));
    }
    house.get(IndexJob.class).run();
    var fields = Map.of("size", "10", "seed", "autumn", "area", "first-contact");
    var once = items(drawn(ana, fields));
    assertThat(items(drawn(ben, fields))).isEqualTo(once).hasSize(10);
    assertThat(words(once))
        .allSatisfy(words -> assertThat(Integer.parseInt(words.substring(7))).isLessThan(20));
    assertThat(items(drawn(ana, Map.of("size", "10", "seed", "autumn 2")))).isNotEqualTo(once);
    assertThat(post(ana, PAGE, Map.of("size", "10", "seed", "x", "language", "cy")).body())
        .contains("There is no such comment");
    for (var size : List.of("9", "501", "many", "")) {
      assertThat(post(ana, PAGE, Map.of("size", size, "seed", "x")).statusCode())
          .as(size)
          .isEqualTo(422);
    }
    assertThat(post(ana, PAGE, Map.of("size", "10", "seed", " ")).body())
        .contains("Write a number or a word");
  }

  @Test
  void where_many_were_hidden_a_moment_ago_the_next_are_drawn() throws Exception {
    int many = 2 * (10 + Samples.SPARE) + 15;
    for (int i = 0; i < many; i++) {
      feedback.say("number " + i);
    }
    house.get(IndexJob.class).run();
    var ids = house.get(CommentIds.class);
    var all = ids.drawn(Filter.none(), analyst("ana", Set.of()), "7", many, Optional.empty());
    assertThat(all).hasSize(many).doesNotHaveDuplicates();
    for (var hidden : all.subList(3, many - 5)) {
      house
          .database()
          .execute("UPDATE feedback.comment SET display = 'taken' WHERE id = '" + hidden + "'");
    }
    var drawn = new ArrayList<>(all.subList(0, 3));
    drawn.addAll(all.subList(many - 5, many));
    assertThat(items(drawn(ana, Map.of("size", "10", "seed", "7")))).isEqualTo(drawn);
  }

  @Test
  void a_sheet_with_mistakes_comes_back_with_each_and_nothing_of_it_counts() throws Exception {
    var sample = tenComments();
    var lines = ana.get(sample + "/sheet.csv").body().lines().toList();
    var sheet =
        lines.get(0)
            + "\n"
            + lines.get(1).replaceFirst(",,,$", ",listened-to,,")
            + "\n"
            + lines.get(2).replaceFirst(",,,$", ",<b>lisend</b>,,");
    var refused = post(ana, sample + "/sheet", Map.of("sheet", sheet));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Line 3: There is no theme “&lt;b&gt;lisend&lt;/b&gt;”")
        .contains(",listened-to,,")
        .doesNotContain("<b>");
    assertThat(codes()).isEqualTo("0");
    assertThat(post(ana, sample + "/sheet", Map.of("sheet", lines.get(0))).body())
        .contains("No line says what a comment is about");
    post(
        ana,
        sample + "/sheet",
        Map.of("sheet", sheet.replace("<b>lisend</b>", "Money and independence")));
    assertThat(codes()).isEqualTo("2");
    post(
        ana,
        sample + "/sheet",
        Map.of("sheet", sheet.lines().limit(2).reduce("", (a, b) -> a + b + "\n")));
    assertThat(codes()).as("the same is not said again, and the rest stays").isEqualTo("2");
  }

  @Test
  void two_code_it_and_no_third() throws Exception {
    var sample = tenComments();
    var cem = signedIn("cem", Set.of());
    for (var coder : List.of(ana, ben, cem)) {
      post(coder, sample + "/comments/1", Map.of("act", "unclear"));
    }
    assertThat(
            house
                .database()
                .column("SELECT CONCAT(seat, coder) FROM office.sample_coder ORDER BY seat"))
        .containsExactly("1ana", "2ben");
    assertThat(codes()).isEqualTo("2");
    assertThat(cem.get(sample).body()).contains("Two other people code this sample.");
    assertThat(cem.get(sample + "/comments/1").body()).doesNotContain("<fieldset");
    assertThat(ana.get(sample + "/comments/1").body()).contains("You said that it cannot be told.");
    assertThat(ana.get(sample + "/next").headers().firstValue("Location"))
        .hasValue(sample + "/comments/2");
  }

  @Test
  void a_theme_that_went_out_of_use_is_asked_again_and_no_word_that_none_fits() throws Exception {
    var sample = tenComments();
    var saying = Map.of("act", "save", "about", WORKER);
    post(ana, sample + "/comments/1", saying);
    var books = house.get(ThemeBooks.class);
    books.takeOut(books.now().find(WORKER).orElseThrow(), 0, "not now", analyst("ana", Set.of()));
    var refused = post(ana, sample + "/comments/2", saying);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("“Change of worker” is out of use now: choose again");
    assertThat(codes()).isEqualTo("1");
    assertThat(ana.get(sample + "/comments/1").body())
        .contains("You said what is out of use now: Change of worker.");
  }

  @Test
  void nobody_opens_a_sample_that_reaches_beyond_their_areas() throws Exception {
    for (int i = 0; i < 12; i++) {
      feedback.say("north " + i, Feedback.At.usual());
      feedback.say("south " + i, Feedback.At.usual().area("family-help-south"));
    }
    house.get(IndexJob.class).run();
    var nora = signedIn("nora", Set.of("family-help-north"));
    var all = drawn(ana, Map.of("size", "24", "seed", "1"));
    var south = drawn(ana, Map.of("size", "10", "seed", "1", "area", "family-help-south"));
    var north = drawn(ana, Map.of("size", "10", "seed", "1", "area", "family-help-north"));
    for (var sample : List.of(all, south)) {
      for (var path : List.of("", "/next", "/comments/1", "/sheet", "/sheet.csv")) {
        assertThat(nora.get(sample + path).statusCode()).as(path).isEqualTo(404);
      }
      assertThat(post(nora, sample + "/comments/1", Map.of("act", "save")).statusCode())
          .isEqualTo(404);
    }
    assertThat(nora.get(north).statusCode()).isEqualTo(200);
    assertThat(nora.get(PAGE).body()).contains(north).doesNotContain(all, south);
    assertThat(words(items(drawn(nora, Map.of("size", "24", "seed", "1")))))
        .hasSize(12)
        .allMatch(words -> words.startsWith("north"));
    assertThat(words(items(drawn(nora, Map.of("size", "24", "seed", "1", "area", "westhaven")))))
        .as("the council's, as far as she may see it")
        .hasSize(12);
  }

  @Test
  void a_comment_that_is_gone_is_not_waited_for_and_is_forgotten() throws Exception {
    var sample = tenComments();
    var items = items(sample);
    post(ana, sample + "/comments/1", Map.of("act", "unclear"));
    var gone = items.getFirst();
    house
        .database()
        .execute("UPDATE feedback.comment SET display = 'taken' WHERE id = '" + gone + "'");
    assertThat(ana.get(sample).body()).contains("ana: 0 of 9", "1 that were drawn");
    assertThat(ana.get(sample + "/comments/1").statusCode()).isEqualTo(404);
    house.get(RetentionJob.class).run();
    assertThat(items(sample)).isEqualTo(items.subList(1, 10));
    assertThat(codes()).isEqualTo("0");
  }

  @Test
  void what_points_to_a_person_is_hidden_where_it_is_coded_and_the_next_comes() throws Exception {
    var sample = tenComments();
    var first = items(sample).getFirst();
    assertThat(ana.get(sample + "/comments/1").body()).contains("hide it from everybody");
    var hidden = post(ana, sample + "/comments/1/report", Map.of());
    assertThat(hidden.headers().firstValue("Location")).hasValue(sample + "/comments/2");
    assertThat(
            house.database().column("SELECT id FROM feedback.comment WHERE display = 'reported'"))
        .containsExactly(first.toString());
    assertThat(ben.get(sample + "/comments/1").statusCode()).isEqualTo(404);
    assertThat(post(ana, sample + "/comments/1/report", Map.of()).statusCode()).isEqualTo(404);
    assertThat(house.database().column("SELECT act FROM office.audit"))
        .containsOnlyOnce("comment-reported");
    assertThat(
            post(signedIn("nora", Set.of("care-teams")), sample + "/comments/2/report", Map.of())
                .statusCode())
        .as("of other areas")
        .isEqualTo(404);
  }

  @Test
  void of_what_cannot_be_told_the_book_is_not_measured() throws Exception {
    var sample = tenComments();
    for (var coder : List.of(ana, ben)) {
      for (int place = 1; place <= 10; place++) {
        post(coder, sample + "/comments/" + place, Map.of("act", "unclear"));
      }
    }
    assertThat(row(ana.get(sample).body(), "It cannot be told"))
        .containsExactly("10", "0", "all the same", "–", "–");
  }

  @Test
  void a_sample_is_sorted_once_as_long_as_book_and_comments_stay_as_they_are() throws Exception {
    for (int i = 0; i < 10; i++) {
      feedback.say("I'm on number six now");
    }
    house.get(IndexJob.class).run();
    var id = UUID.fromString(tenOf("1").substring(PAGE.length() + 1));
    var other = UUID.fromString(tenOf("2").substring(PAGE.length() + 1));
    for (var sample : List.of(id, other)) {
      for (var coder : List.of("ana", "ben")) {
        var codes = new HashMap<UUID, Coding>();
        items(PAGE + "/" + sample).forEach(item -> codes.put(item, new Coding.Unclear()));
        var staff = analyst(coder, Set.of());
        var samples = house.get(Samples.class);
        assertThat(samples.say(samples.find(sample, staff).orElseThrow(), codes, staff)).isTrue();
      }
    }
    var first = books(id);
    assertThat(first).hasSize(10).allMatch(Set.of(WORKER)::equals);
    assertThat(books(id).getFirst()).as("not sorted anew").isSameAs(first.getFirst());
    assertThat(house.get(Measured.class).all(analyst("ana", Set.of()))).hasSize(10);
    assertThat(books(id).getFirst()).isSameAs(first.getFirst());

    feedback.say("another comment comes");
    house.get(IndexJob.class).run();
    assertThat(books(id).getFirst()).as("of no sample").isSameAs(first.getFirst());

    var changed = items(PAGE + "/" + id).get(3);
    house
        .database()
        .execute("UPDATE feedback.comment SET words = 'ok' WHERE id = '" + changed + "'");
    feedback.changeAgain(responseOf(changed));
    house.get(IndexJob.class).run();
    assertThat(books(id)).filteredOn(Set::isEmpty).hasSize(1);

    house
        .database()
        .execute("UPDATE feedback.comment SET display = 'reported' WHERE id = '" + changed + "'");
    var left = books(id);
    assertThat(left).as("counted no more").hasSize(9);

    var books = house.get(ThemeBooks.class);
    books.takeOut(books.find("money").orElseThrow(), 0, "for a test", analyst("ana", Set.of()));
    assertThat(books(id).getFirst()).as("by another book").isNotSameAs(left.getFirst());
    books.takeOut(books.find(WORKER).orElseThrow(), 0, "for a test", analyst("ana", Set.of()));
    assertThat(books(id)).hasSize(9).allMatch(Set::isEmpty);
  }

  /** What the book finds in each comment of a sample. */
  private List<Set<String>> books(UUID sample) {
    var staff = analyst("ana", Set.of());
    var standing = house.get(Samples.class).find(sample, staff).orElseThrow();
    return house.get(Measured.class).of(standing, staff).stream().map(Quality.Twice::book).toList();
  }

  private UUID responseOf(UUID comment) throws Exception {
    return UUID.fromString(
        house
            .database()
            .column("SELECT response FROM feedback.comment WHERE id = '" + comment + "'")
            .getFirst());
  }

  private String tenOf(String seed) throws Exception {
    return drawn(ana, Map.of("size", "10", "seed", seed));
  }

  private String tenComments() throws Exception {
    for (int i = 0; i < 10; i++) {
      feedback.say("number " + i);
    }
    house.get(IndexJob.class).run();
    return drawn(ana, Map.of("size", "10", "seed", "7"));
  }

  private String codes() throws Exception {
    return house.database().column("SELECT COUNT(*) FROM office.sample_code").getFirst();
  }

  private List<UUID> items(String sample) throws Exception {
    return house
        .database()
        .column(
            "SELECT comment FROM office.sample_item WHERE sample = '"
                + sample.substring(PAGE.length() + 1)
                + "' ORDER BY place")
        .stream()
        .map(UUID::fromString)
        .toList();
  }

  private List<Integer> places(List<UUID> items, String words) throws Exception {
    var said = words(items);
    var places = new ArrayList<Integer>();
    for (int at = 0; at < said.size(); at++) {
      if (said.get(at).equals(words)) {
        places.add(at + 1);
      }
    }
    return places;
  }

  private List<String> words(List<UUID> items) throws Exception {
    var words = new ArrayList<String>();
    for (var item : items) {
      words.addAll(
          house.database().column("SELECT words FROM feedback.comment WHERE id = '" + item + "'"));
    }
    return words;
  }

  /** The figures of a row, by its head. */
  private static List<String> row(String page, String theme) {
    var from = page.substring(page.indexOf(">" + theme + "</th>"));
    return java.util.regex.Pattern.compile("<td[^>]*>([^<]*)</td>")
        .matcher(from.substring(0, from.indexOf("</tr>")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private String drawn(Browser browser, Map<String, String> fields) throws Exception {
    var drawn = post(browser, PAGE, fields);
    assertThat(drawn.statusCode()).isEqualTo(303);
    return drawn.headers().firstValue("Location").orElseThrow();
  }

  private static HttpResponse<String> post(Browser browser, String path, Map<String, String> fields)
      throws Exception {
    var all = new HashMap<>(fields);
    fields.forEach((name, value) -> {
      if (value.isEmpty() && name.equals("about")) {
        all.remove(name);
      }
    });
    all.put("csrfToken", Browser.token(browser.get("/office")));
    return browser.send(
        browser
            .posting(path, Map.of())
            .POST(HttpRequest.BodyPublishers.ofString(Phone.encode(all))));
  }

  private Browser signedIn(String name, Set<String> areas) throws Exception {
    house
        .get(Hired.class)
        .add(
            new Staff(UUID.randomUUID(), name, name, Set.of(Role.ANALYST), areas, Set.of("en")),
            PASSWORD);
    var browser = new Browser(house.address());
    browser.signIn(name, PASSWORD);
    return browser;
  }
}
