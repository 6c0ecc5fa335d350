package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hearback.HideCommands;
import org.hearback.OnTestDatabase;
import org.hearback.TestDatabase;
import org.hearback.access.Browser;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.journey.CouncilClock;
import org.hearback.retention.Erasures;
import org.hearback.retention.RetentionJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever reads a comment that points to a person hides it at once; a reader puts it right. */
@MicronautTest(transactional = false)
class ReportedTest implements OnTestDatabase {
  private static final String PASSWORD = "a password for tests";
  private static final String LIST = "/office/reported";

  private final TestDatabase database = TestDatabase.shared();
  @Inject EmbeddedServer server;
  @Inject Hired users;
  @Inject IndexJob index;
  @Inject Reports reports;
  @Inject Erasures erasures;
  @Inject RetentionJob retention;
  @Inject CouncilClock clock;
  private Feedback feedback;
  private Browser analyst;
  private Browser reader;

  @BeforeEach
  void open() throws Exception {
    feedback = new Feedback(database);
    index.run();
    analyst = signedIn(Role.ANALYST, Set.of(), "en");
    reader = signedIn(Role.READER, Set.of(), "en");
  }

  @Test
  void it_is_hidden_at_once_and_comes_back_without_what_points_to_somebody() throws Exception {
    var response = feedback.say("Quixotella from the choir listened, Quixotella alone");
    feedback.say("others listened as well");
    index.run();
    assertThat(analyst.get("/office/search?words=listened").body())
        .contains("2 comments found")
        .contains("Quixotella");
    report(response);
    // The index knows nothing yet.
    assertThat(analyst.get("/office/search?words=listened").body())
        .contains("One comment of this page was hidden or changed a moment ago")
        .doesNotContain("Quixotella");
    assertThat(analyst.get("/office/responses/" + response).body())
        .contains("somebody said that it points to a person")
        .doesNotContain("Quixotella");
    index.run();
    assertThat(analyst.get("/office/search?words=listened").body()).contains("1 comment found");

    var done = settle(response, Map.of("how", "some", "more", "quixotella\r\nchoir\r\n"));
    assertThat(done.statusCode()).isEqualTo(303);
    index.run();
    assertThat(analyst.get("/office/search?words=alone").body())
        .contains("[detail] from the [detail] listened, [detail] <mark>")
        .doesNotContain("Quixotella");
    assertThat(analyst.get("/office/search?words=quixotella").body()).contains("No comment found");
    assertThat(database.column("SELECT words FROM feedback.comment"))
        .noneMatch(words -> words.contains("Quixotella"));
    assertThat(database.column("SELECT act FROM office.audit ORDER BY no"))
        .contains("comment-reported", "reported-read", "report-settled");
  }

  /** A node whose disk is full searches on in what there was. */
  @Test
  void an_index_that_is_hours_behind_shows_no_words_that_were_taken_out() throws Exception {
    feedback.say("Quixotella listened");
    feedback.say("others listened as well");
    index.run();
    database.execute("UPDATE feedback.comment SET words = REPLACE(words, 'Quixotella', '[name]')");
    assertThat(analyst.get("/office/search?words=listened").body())
        .contains("One comment of this page was hidden or changed a moment ago")
        .contains("as well")
        .doesNotContain("Quixotella");
  }

  @Test
  void what_the_rules_find_by_now_is_ticked_and_what_is_in_doubt_is_offered() throws Exception {
    var response = feedback.say("ring 07700 900123 and ask for Kerslake");
    report(response);
    var page = reader.get(LIST + "/" + feedback.commentOf(response)).body();
    assertThat(page)
        .containsPattern("value=\"07700 900123\"[^>]* checked")
        .contains("value=\"Kerslake\"");
    settle(response, Map.of("how", "some", "take", "07700 900123"));
    assertThat(database.column("SELECT words FROM feedback.comment"))
        .containsExactly("ring [phone] and ask for Kerslake");
  }

  @Test
  void the_english_goes_the_same_way() throws Exception {
    var response = feedback.say("مريم ساعدتنا", Feedback.At.usual().language("ar"));
    database.execute("UPDATE feedback.comment SET english = 'Mariam, the nurse, helped us'");
    report(response);
    reader = signedIn(Role.READER, Set.of(), "ar");
    settle(response, Map.of("how", "some", "more", "مريم\nMariam\nnurse"));
    assertThat(database.column("SELECT CONCAT(words, '|', english) FROM feedback.comment"))
        .containsExactly("[name] ساعدتنا|[name], the [detail], helped us");
  }

  @Test
  void a_whole_comment_can_go_and_another_can_come_back_as_it_was() throws Exception {
    var whole = feedback.say("the only triplets in the street");
    var harmless = feedback.say("May I say that it was good");
    report(whole);
    report(harmless);
    settle(whole, Map.of("how", "whole"));
    settle(harmless, Map.of("how", "nothing"));
    index.run();
    assertThat(analyst.get("/office/search?words=").body())
        .contains("1 comment found")
        .contains("May I say that it was good");
    assertThat(analyst.get("/office/responses/" + whole).body())
        .contains("Taken out: it pointed to a person.");
    assertThat(erasures.inBackups())
        .as("what was never wrong is of no concern to a backup")
        .singleElement()
        .satisfies(one -> assertThat(one.comment()).isEqualTo(feedback.commentOf(whole)));
  }

  @Test
  void nothing_is_done_that_was_not_said_and_nothing_twice() throws Exception {
    var response = feedback.say("they listened");
    report(response);
    for (var fields :
        List.of(
            Map.of("how", "some"),
            Map.of("how", "nothing", "more", "listened"),
            Map.of("how", "some", "more", "zebra"),
            Map.<String, String>of())) {
      var refused = settle(response, fields);
      assertThat(refused.statusCode()).as("%s", fields).isEqualTo(422);
      assertThat(refused.body()).contains("There is a problem");
    }
    assertThat(settle(response, Map.of("how", "some", "more", "zebra")).body())
        .contains("so nothing was changed: zebra")
        .contains(">zebra</textarea>");
    assertThat(states()).containsExactly("reported");
    var token = Browser.token(reader.get(LIST + "/" + feedback.commentOf(response)));
    settle(response, Map.of("how", "nothing"));
    assertThat(
            reader
                .post(
                    LIST + "/" + feedback.commentOf(response),
                    Map.of("how", "whole", "csrfToken", token))
                .statusCode())
        .isEqualTo(409);
    assertThat(states()).containsExactly("shown");
  }

  @Test
  void each_does_their_own_part_and_only_where_they_may_look() throws Exception {
    var response = feedback.say("south", Feedback.At.usual().area("family-help-south"));
    var polish = feedback.say("po polsku", Feedback.At.usual().language("pl"));
    var north = signedIn(Role.ANALYST, Set.of("family-help-north"), "en");
    assertThat(report(north, response, feedback.commentOf(response)).statusCode()).isEqualTo(404);
    assertThat(report(analyst, response, feedback.commentOf(polish)).statusCode())
        .as("not of that response")
        .isEqualTo(404);
    assertThat(states()).containsOnly("shown");
    assertThat(analyst.get(LIST).headers().firstValue("Location")).hasValue("/office/forbidden");
    assertThat(
            report(reader, response, feedback.commentOf(response)).headers().firstValue("Location"))
        .hasValue("/office/forbidden");
    report(polish);
    assertThat(reader.get(LIST).body()).contains("Needs somebody who reads the language");
    assertThat(reader.get(LIST + "/" + feedback.commentOf(polish)).statusCode()).isEqualTo(404);
  }

  @Test
  void a_restored_backup_is_put_right_by_the_ids_that_were_mailed() throws Exception {
    var response = feedback.say("the triplets of number nine");
    report(response);
    settle(response, Map.of("how", "whole"));
    var mailed = erasures.on(clock.today());
    assertThat(mailed).containsExactly(feedback.commentOf(response));
    assertThat(signedIn(Role.OPERATOR, Set.of(), "en").get("/office/retention").body())
        .contains(mailed.getFirst().toString())
        .contains(clock.today().plusDays(14).toString());

    database.execute(
        "UPDATE feedback.comment SET display = 'shown', words = 'the triplets of nine'");
    database.execute("DELETE FROM office.erasure");
    var printed = new ArrayList<String>();
    var arguments = List.of(mailed.getFirst().toString(), new UUID(0, 7).toString());
    assertThat(HideCommands.run(reports, printed::add, arguments)).isFalse();
    assertThat(printed)
        .containsExactly(
            mailed.getFirst() + ": hidden, and waits for a reader",
            new UUID(0, 7) + ": is not in this database");
    assertThat(states()).containsExactly("reported");
    printed.clear();
    assertThat(HideCommands.run(reports, printed::add, arguments.subList(0, 1))).isTrue();
    assertThat(printed).containsExactly(mailed.getFirst() + ": was hidden already");
    assertThatThrownBy(() -> HideCommands.run(reports, printed::add, List.of("x")))
        .hasMessageContaining("the id of a comment looks like");
  }

  @Test
  void years_later_a_response_goes_with_its_comments_and_the_index_follows() throws Exception {
    int year = clock.today().getYear();
    feedback.say("long ago", Feedback.At.usual().period((year - 7) + "-Q4"));
    feedback.say("not so long", Feedback.At.usual().period((year - 6) + "-01"));
    index.run();
    retention.run();
    index.run();
    assertThat(analyst.get("/office/search?words=").body())
        .contains("1 comment found")
        .contains("not so long");
    assertThat(database.column("SELECT period FROM feedback.response"))
        .containsExactly((year - 6) + "-01");
    assertThat(database.column("SELECT words FROM feedback.comment"))
        .containsExactly("not so long");
  }

  @Test
  void which_comments_came_together_is_forgotten_within_days() throws Exception {
    feedback.say("of an earlier batch");
    retention.run(); // notes how far it has come
    feedback.say("of a later one");
    long today = clock.today().toEpochDay();
    database.execute(
        "UPDATE feedback.sequence SET value = " + (today - 3) + " WHERE name = 'forget_day'");
    retention.run();
    assertThat(database.column("SELECT no FROM feedback.change")).containsExactly("2");
  }

  @Test
  void the_page_says_of_every_room_what_it_keeps() throws Exception {
    assertThat(reader.get("/office/retention").body())
        .contains("Who was asked", "Answers on their way", "What was said, by nobody")
        .contains("7 weeks, as the forms say")
        .contains("6 years after the year of their label")
        .contains("Nothing: no comment was hidden")
        .doesNotContain("Not everything was forgotten");
    database.execute(
        "INSERT INTO office.job VALUES ('retention-journeys', NOW(), 'failed: SQLException')");
    assertThat(reader.get("/office/retention").body())
        .contains("Not everything was forgotten when it was due")
        .contains("retention-journeys");
  }

  private List<String> states() throws Exception {
    return database.column("SELECT DISTINCT display FROM feedback.comment");
  }

  private void report(UUID response) throws Exception {
    var answer = report(analyst, response, feedback.commentOf(response));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/office/responses/" + response);
  }

  private HttpResponse<String> report(Browser browser, UUID response, UUID comment)
      throws Exception {
    return browser.post(
        "/office/responses/" + response + "/report",
        Map.of("comment", comment.toString(), "csrfToken", Browser.token(browser.get("/office"))));
  }

  private HttpResponse<String> settle(UUID response, Map<String, String> fields) throws Exception {
    var path = LIST + "/" + feedback.commentOf(response);
    var all = new HashMap<>(fields);
    all.put("csrfToken", Browser.token(reader.get(path)));
    return reader.post(path, all);
  }

  private Browser signedIn(Role role, Set<String> areas, String language) throws Exception {
    var name = role + "-" + UUID.randomUUID();
    users.add(
        new Staff(UUID.randomUUID(), name, "A person", Set.of(role), areas, Set.of(language)),
        PASSWORD);
    var browser = new Browser(server.getURI());
    browser.signIn(name, PASSWORD);
    return browser;
  }
}
