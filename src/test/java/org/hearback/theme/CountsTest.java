package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hearback.OnTestDatabase;
import org.hearback.TestDatabase;
import org.hearback.access.Browser;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many stand where: each number is what the page finds to which it leads. */
@MicronautTest(transactional = false)
class CountsTest implements OnTestDatabase {
  private static final String PASSWORD = "a password for tests";
  private static final Staff ANA =
      new Staff(UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), Set.of(), Set.of("en"));
  private static final Pattern ROW =
      Pattern.compile(
          "<li><a class=\"govuk-link\" href=\"([^\"]+)\">([^<]+)</a> <span[^>]*>([0-9,]+)</span>");

  private final TestDatabase database = TestDatabase.shared();
  @Inject EmbeddedServer server;
  @Inject Hired users;
  @Inject IndexJob job;
  @Inject Codings codings;
  @Inject ThemeBooks books;
  private Feedback feedback;
  private Browser ana;

  @BeforeEach
  void empty() throws Exception {
    feedback = new Feedback(database);
    job.run();
    users.add(ANA, PASSWORD);
    ana = new Browser(server.getURI());
    ana.signIn("ana", PASSWORD);
  }

  @Test
  void each_number_is_what_its_page_finds() throws Exception {
    say("late, said the GP", Map.of("money", Side.MINUS, "listened-to", Side.PLUS));
    say("late, said the GP and the police", Map.of("money", Side.MINUS));
    say("cancelled by the head teacher, the police came", Map.of("listened-to", Side.MINUS));
    say("late", Map.of("change-of-worker", Side.NEITHER, "money", Side.PLUS));
    say("late and cancelled", Map.of("listened-to", Side.PLUS));
    job.run();
    for (var asked :
        List.of(
            "words=",
            "words=&theme=money",
            "words=late+%7C+cancelled&theme=money",
            "words=late+-cancelled&theme=listened-to&points=plus",
            "words=&points=minus",
            "words=&mentions=police",
            "words=theme%3Amoney&theme=listened-to",
            "words=lait&theme=money",
            "words=late+never&theme=money")) {
      var page = ana.get("/office/search?" + asked).body();
      var rows = rows(page);
      assertThat(rows).as(asked).isNotEmpty();
      for (var row : rows) {
        var led = ana.get(row.group(1).replace("&amp;", "&")).body();
        assertThat(led)
            .as("%s: %s", asked, row.group(2))
            .contains(
                row.group(3).equals("1") ? ">1 comment found" : ">" + row.group(3) + " comments");
      }
    }
  }

  @Test
  void what_is_chosen_is_no_choice_any_more() throws Exception {
    say("late", Map.of("money", Side.MINUS, "listened-to", Side.PLUS));
    say("late again", Map.of("money", Side.MINUS));
    job.run();
    assertThat(rows(ana.get("/office/search?words=&theme=money").body()))
        .extracting(row -> row.group(2))
        .contains("Listened to")
        .doesNotContain("Money and independence");
    assertThat(rows(ana.get("/office/search?words=theme:listened-to&theme=money").body()))
        .extracting(row -> row.group(2))
        .doesNotContain("Listened to", "Money and independence");
    assertThat(ana.get("/office/search?words=&theme=money").body())
        .contains("/office/search?words=theme%3Alistened-to&amp;theme=money\"");
  }

  @Test
  void what_a_list_has_no_room_for_is_said() throws Exception {
    var themes = books.now().themes().stream().limit(15).map(Theme::key).toList();
    for (var theme : themes) {
      say("late", Map.of(theme, Side.NEITHER));
    }
    job.run();
    var page = ana.get("/office/search?words=late").body();
    assertThat(page).contains("3 more are not shown.");
    assertThat(rows(page)).filteredOn(row -> row.group(1).contains("theme=")).hasSize(12);
    assertThat(ana.get("/office/search?words=late+-theme:" + themes.getFirst()).body())
        .contains("2 more are not shown.");
  }

  private static List<MatchResult> rows(String page) {
    return ROW.matcher(page).results().toList();
  }

  private void say(String words, Map<String, Side> themes) throws Exception {
    var comment = feedback.commentOf(feedback.say(words));
    codings.say(comment, new Coding.About(List.copyOf(themes.keySet()), themes), ANA);
  }
}
