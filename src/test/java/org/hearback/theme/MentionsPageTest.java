package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hearback.OnTestDatabase;
import org.hearback.TestDatabase;
import org.hearback.access.Browser;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.audit.Auditor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comments of one area that talk about another: found, shown as such, and counted nowhere else. */
@MicronautTest(transactional = false)
class MentionsPageTest implements OnTestDatabase {
  private static final String PASSWORD = "a password for tests";
  private static final String FOSTERING = "/office/search?words=&mentions=fostering";

  private final TestDatabase database = TestDatabase.shared();
  @Inject EmbeddedServer server;
  @Inject Hired users;
  @Inject IndexJob job;
  @Inject Search search;
  @Inject Trends trends;
  private Feedback feedback;

  @BeforeEach
  void empty() throws Exception {
    feedback = new Feedback(database);
    job.run();
  }

  @Test
  void a_hit_says_whom_else_it_talks_about_and_by_which_words() throws Exception {
    feedback.say("The police officer at school was kind");
    job.run();
    var page = signedIn(Role.ANALYST, Set.of()).get("/office/search?words=kind").body();
    assertThat(page)
        .contains(
            "Also talks about: <a", ">Police</a> (&#8220;<bdi lang=\"en\">police</bdi>&#8221;)")
        .contains(">Schools and nurseries</a>")
        .contains("href=\"/office/search?words=kind&amp;mentions=police\"")
        .contains("Family Help, north · parent");
    assertThat(
            signedIn(Role.ANALYST, Set.of())
                .get("/office/search?words=kind&mentions=police")
                .body())
        .contains("1 comment found")
        .contains("These are of other areas and talk about")
        .contains("value=\"police\" selected");
  }

  @Test
  void the_page_of_a_whole_answer_says_it_beside_each_of_its_comments() throws Exception {
    var response = feedback.say("The police officer at school was kind");
    feedback.sayMore(response, "The GP was <b>late</b>");
    feedback.sayMore(response, "Nobody came");
    job.run();
    var analyst = signedIn(Role.ANALYST, Set.of());
    var page = analyst.get("/office/responses/" + response);
    assertThat(page.body().split("Also talks about: <a", -1)).hasSize(3);
    assertThat(page.body())
        .contains(">Police</a> (&#8220;<bdi lang=\"en\">police</bdi>&#8221;)")
        .contains(">Schools and nurseries</a>", "<bdi lang=\"en\">GP</bdi>")
        .contains("href=\"/office/search?words=&amp;mentions=police&amp;order=newest\"")
        .doesNotContain("<b>late");
    var police =
        database
            .column("SELECT id FROM feedback.comment WHERE words LIKE 'The police%'")
            .getFirst();
    analyst.post(
        "/office/responses/" + response + "/report",
        Map.of("csrfToken", Browser.token(page), "comment", police));
    assertThat(analyst.get("/office/responses/" + response).body())
        .contains("Hidden: somebody said", "<bdi lang=\"en\">GP</bdi>")
        .doesNotContain(">Police</a>");
  }

  @Test
  void words_of_a_comment_stay_words_of_a_comment() throws Exception {
    feedback.say("<b>police</b><script>alert(1)</script> \"doctor\"");
    job.run();
    assertThat(signedIn(Role.ANALYST, Set.of()).get("/office/search?words=").body())
        .contains("Also talks about")
        .doesNotContain("<script>alert", "<b>police");
  }

  @Test
  void an_area_is_talked_about_by_others_and_not_by_itself() throws Exception {
    feedback.say("my foster carer is kind", at("fostering"));
    feedback.say("my foster carer is kind too", at("children-in-care"));
    feedback.say("my foster carer is the kindest", at("westhaven"));
    feedback.say("we want to foster, and the foster mum next door says so", at("leaving-care"));
    feedback.say("the foster dad came along", at("family-help-south"));
    job.run();
    assertThat(mentioning("fostering")).isEqualTo(2);
    assertThat(mentioning("children-in-care")).isEqualTo(1);
    assertThat(mentioning("westhaven")).isZero();
    assertThat(mentioning("no-such")).isZero();
  }

  @Test
  void a_link_adds_nothing_to_the_counts_of_an_area() throws Exception {
    feedback.say("the foster dad came along", at("family-help-south"));
    feedback.say("the foster dad stayed", at("fostering"));
    job.run();
    var staff = staff(Set.of());
    var filter = Filter.none().with(CommentDocument.IN_AREA, "fostering");
    assertThat(search.count("", filter, staff)).isEqualTo(1);
    assertThat(trends.counts(filter, staff).in("2026-Q4")).isEqualTo(1);
    var counts = search.search("", Filter.none(), Order.BEST, staff, 1).counts();
    assertThat(counts.get(CommentDocument.IN_AREA)).containsEntry("fostering", 1);
    assertThat(counts.get(CommentDocument.MENTIONS))
        .isEqualTo(Map.of("fostering", 1, "children-in-care", 1));
    // A link is no way to a share over quarters, nor to a sample.
    var analyst = signedIn(Role.ANALYST, Set.of());
    assertThat(analyst.get("/office/trends?mentions=fostering").body())
        .isEqualTo(analyst.get("/office/trends").body());
  }

  @Test
  void staff_see_links_only_in_comments_of_their_own_areas() throws Exception {
    feedback.say("the foster dad came along", at("family-help-south"));
    feedback.say("the foster mum and the police came along", at("family-help-north"));
    job.run();
    // Whose area is talked about sees no comment for it.
    var fostering = staff(Set.of("fostering"));
    assertThat(search.search("", Filter.none(), Order.BEST, fostering, 1).total()).isZero();
    assertThat(search.count("mentions:fostering", Filter.none(), fostering)).isZero();
    var south = search.search("", Filter.none(), Order.BEST, staff(Set.of("family-help-south")), 1);
    assertThat(south.total()).isEqualTo(1);
    assertThat(south.counts().get(CommentDocument.MENTIONS)).doesNotContainKey("police");
    assertThat(search.count("mentions:police", Filter.none(), staff(Set.of("family-help-south"))))
        .isZero();
    assertThat(search.count("mentions:police", Filter.none(), staff(Set.of("family-help"))))
        .isOne();
  }

  @Test
  void it_can_be_asked_for_among_the_words_by_key_and_by_name() throws Exception {
    feedback.say("the GP and the head teacher came");
    feedback.say("nobody came");
    job.run();
    var staff = staff(Set.of());
    for (var asked :
        List.of(
            "mentions:health",
            "mentions:Health",
            "came mentions:schools",
            "mentions:schools-and-nurseries")) {
      assertThat(search.count(asked, Filter.none(), staff)).as(asked).isOne();
    }
    assertThat(search.count("mentions:nobody", Filter.none(), staff)).isZero();
    assertThat(search.count("came -mentions:health", Filter.none(), staff)).isOne();
  }

  @Test
  void the_page_of_an_area_leads_whoever_may_enter_to_what_others_say_and_gives_no_number()
      throws Exception {
    feedback.say("the foster dad came along", at("family-help-south"));
    job.run();
    var link = "Comments of other areas that talk about this one";
    var analyst = signedIn(Role.ANALYST, Set.of());
    var page = analyst.get("/office/areas/fostering").body();
    assertThat(page)
        .contains("href=\"/office/search?words=&amp;mentions=fostering&amp;order=newest\">" + link)
        .doesNotContain("came along")
        .doesNotContain(link + " (");
    assertThat(analyst.get(FOSTERING).body()).contains("1 comment found", "came along");
    assertThat(analyst.get("/office/search?words=&area=fostering").body())
        .contains("Comments of other areas that talk about Fostering and kinship");
    // Who speaks of "Family Help, north"? And everything is the council's own.
    assertThat(analyst.get("/office/areas/family-help-north").body()).doesNotContain(link);
    assertThat(analyst.get("/office/areas/westhaven").body()).doesNotContain(link);
    assertThat(signedIn(Role.MANAGER, Set.of()).get("/office/areas/fostering").body())
        .contains("Evidence sheet")
        .doesNotContain(link, "mentions");
    // Nothing but their own area's comments could be there.
    assertThat(signedIn(Role.ANALYST, Set.of("fostering")).get("/office/areas/fostering").body())
        .doesNotContain(link);
    assertThat(signedIn(Role.ANALYST, Set.of("leaving-care")).get("/office/areas/fostering").body())
        .contains(link);
  }

  @Test
  void what_was_asked_for_is_on_the_record_and_what_was_reported_is_hidden() throws Exception {
    var response = feedback.say("the police came", at("family-help-south"));
    job.run();
    var analyst = signedIn(Role.ANALYST, Set.of());
    var page = analyst.get("/office/search?words=&mentions=police");
    assertThat(lastBody()).contains("mentions=police", "found 1", response.toString());
    analyst.post(
        "/office/responses/" + response + "/report",
        Map.of(
            "csrfToken", Browser.token(page),
            "comment", feedback.commentOf(response).toString()));
    assertThat(analyst.get("/office/search?words=&mentions=police").body())
        .doesNotContain("the police came");
  }

  @Test
  void a_saved_search_keeps_it() throws Exception {
    feedback.say("the police came");
    feedback.say("nobody came");
    job.run();
    var analyst = signedIn(Role.ANALYST, Set.of());
    var token = Browser.token(analyst.get("/office/searches/new?words=came&mentions=police"));
    analyst.post(
        "/office/searches/new",
        Map.of("csrfToken", token, "words", "came", "mentions", "police", "name", "Of police"));
    assertThat(analyst.get("/office/searches").body())
        .contains("Of police", "Also talks about: Police");
    var id = database.column("SELECT id FROM office.saved_search").getFirst();
    assertThat(analyst.get("/office/searches/" + id).headers().firstValue("Location"))
        .hasValue("/office/search?words=came&mentions=police");
    // One that was saved before there were links.
    var before = "[\"Old\",\"came\",\"\",\"FAMILY\",\"\",\"\",\"\",\"\",\"\"]";
    assertThat(SavedBody.read(before).asked().filter())
        .isEqualTo(new Filter("", "FAMILY", "", "", "", ""));
  }

  private int mentioning(String area) {
    return search.count("", Filter.none().with(CommentDocument.MENTIONS, area), staff(Set.of()));
  }

  private static Feedback.At at(String area) {
    return Feedback.At.usual().area(area);
  }

  private static Staff staff(Set<String> areas) {
    return new Staff(
        UUID.randomUUID(), "ana", "Ana Lyst", Set.of(Role.ANALYST), areas, Set.of("en"));
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
