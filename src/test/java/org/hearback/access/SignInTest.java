package org.hearback.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.security.annotation.Secured;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hearback.OnTestDatabase;
import org.hearback.Phone;
import org.hearback.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "test.open-door", value = "true")
class SignInTest implements OnTestDatabase {
  private static final String PASSWORD = "correct horse battery";

  private final TestDatabase database = TestDatabase.shared();
  @Inject EmbeddedServer server;
  @Inject LocalUsers users;
  @Inject StaffList staff;
  @Inject Rota rota;
  private Browser browser;

  /** What a forgetful programmer would write. */
  @io.micronaut.context.annotation.Requires(property = "test.open-door")
  @Controller("/office/test")
  static class Forgetful {
    @Get("/open")
    String open() {
      return "the door was open";
    }

    @Get("/reader")
    @Secured(Role.READER_NAME)
    String reader() {
      return "reader";
    }

    @Post(uri = "/act", consumes = "application/x-www-form-urlencoded")
    @Secured(Role.ANALYST_NAME)
    String act() {
      return "done";
    }
  }

  @BeforeEach
  void people() throws Exception {
    // Each test has a name of its own, as failures are counted by name.
    browser = new Browser(server.getURI());
  }

  @Test
  void the_right_password_opens_the_office() throws Exception {
    var name = analyst();
    var answer = browser.signIn(name, PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/office");
    assertThat(browser.get("/office").body()).contains("Name of " + name).contains("Sign out");
    assertThat(database.column("SELECT act FROM office.audit")).containsExactly("sign-in");
  }

  @Test
  void both_cookies_are_out_of_reach_of_scripts_and_of_other_sites() throws Exception {
    var cookies = browser.signIn(analyst(), PASSWORD).headers().allValues("Set-Cookie");
    assertThat(cookies).hasSize(2);
    assertThat(cookies)
        .allSatisfy(cookie ->
            assertThat(cookie)
                .contains("HTTPOnly")
                .contains("Path=/office")
                .contains("SameSite=")
                .contains("Max-Age=28800"));
  }

  @Test
  void a_wrong_password_and_an_unknown_name_get_the_same_reply() throws Exception {
    var wrong = browser.signIn(analyst(), "not it");
    var unknown = browser.signIn("nobody-" + UUID.randomUUID(), "not it");
    assertThat(wrong.statusCode()).isEqualTo(303);
    assertThat(unknown.statusCode()).isEqualTo(303);
    assertThat(wrong.headers().firstValue("Location")).hasValue("/office/sign-in?failed");
    assertThat(unknown.headers().firstValue("Location")).hasValue("/office/sign-in?failed");
    assertThat(wrong.body()).isEqualTo(unknown.body());
    assertThat(wrong.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(browser.get("/office/sign-in?failed").body()).contains("There is a problem");
  }

  @Test
  void after_five_failures_even_the_right_password_has_to_wait() throws Exception {
    var name = analyst();
    for (int i = 0; i < 5; i++) {
      browser.signIn(name, "not it");
    }
    assertThat(browser.signIn(name, PASSWORD).headers().firstValue("Location"))
        .hasValue("/office/sign-in?failed");
  }

  @Test
  void a_sign_in_with_nothing_in_it_is_refused_kindly() throws Exception {
    for (Map<String, String> fields :
        java.util.List.of(
            Map.<String, String>of(),
            Map.of("username", ""),
            Map.of("username", "x", "password", ""),
            Map.of("username", "\u0000'; --", "password", "p".repeat(5_000)))) {
      assertThat(browser.post("/office/login", fields).statusCode())
          .as(fields.keySet().toString())
          .isBetween(300, 499);
    }
  }

  @Test
  void whoever_is_not_signed_in_is_led_to_the_sign_in() throws Exception {
    for (var path :
        new String[] {
          "/office", "/office/", "/office/test/open", "/office/test/reader", "/office/no-such-page"
        }) {
      var answer = browser.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).hasValue("/office/sign-in");
    }
  }

  @Test
  void a_page_without_a_rule_is_closed_to_everybody() throws Exception {
    browser.signIn(analyst(), PASSWORD);
    var answer = browser.get("/office/test/open");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/office/forbidden");
    assertThat(browser.get("/office/forbidden").statusCode()).isEqualTo(403);
  }

  @Test
  void no_spelling_of_the_path_goes_round_the_filter() throws Exception {
    for (var path :
        new String[] {
          "//office/test/open",
          "/%6Fffice/test/open",
          "/office%2Ftest%2Fopen",
          "/./office/test/open",
          "/x/../office/test/open",
          "/OFFICE/test/open",
          "/office;a=b/test/open",
          "/office/test/open/",
          "/office/test/open?x=/office/login"
        }) {
      assertThat(browser.get(path).body()).as(path).doesNotContain("the door was open");
    }
  }

  @Test
  void another_role_is_denied() throws Exception {
    browser.signIn(analyst(), PASSWORD);
    var answer = browser.get("/office/test/reader");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/office/forbidden");
  }

  @Test
  void a_form_without_its_token_is_refused() throws Exception {
    browser.signIn(analyst(), PASSWORD);
    var token = Browser.token(browser.get("/office"));
    assertThat(
            browser
                .send(browser.posting("/office/test/act", Map.of()).setHeader("Accept", "*/*"))
                .statusCode())
        .isEqualTo(403);
    assertThat(browser.post("/office/test/act", Map.of("csrfToken", "x.y")).body())
        .isNotEqualTo("done");
    assertThat(browser.post("/office/logout", Map.of()).headers().firstValue("Location"))
        .hasValue("/office/forbidden");
    assertThat(browser.post("/office/test/act", Map.of("csrfToken", token)).body())
        .isEqualTo("done");
  }

  @Test
  void a_form_that_arrives_in_pieces_is_taken_and_one_without_a_token_is_not() throws Exception {
    browser.signIn(analyst(), PASSWORD);
    var token = Browser.token(browser.get("/office"));
    assertThat(browser.slowly("/office/test/act", "csrfToken=" + Phone.encode(token)))
        .contains("200 OK")
        .endsWith("done");
    assertThat(browser.slowly("/office/test/act", "csrfToken=" + "x".repeat(40)))
        .doesNotContain("done")
        .doesNotContain("500");
  }

  @Test
  void a_token_is_asked_for_whatever_the_body_claims_to_be() throws Exception {
    browser.signIn(analyst(), PASSWORD);
    for (var type : new String[] {"application/json", "text/plain", "multipart/form-data"}) {
      var request = browser.posting("/office/logout", Map.of()).setHeader("Content-Type", type);
      assertThat(browser.send(request).headers().firstValue("Location"))
          .as(type)
          .hasValue("/office/forbidden");
    }
  }

  @Test
  void signing_out_takes_a_form_and_closes_the_office() throws Exception {
    browser.signIn(analyst(), PASSWORD);
    var token = Browser.token(browser.get("/office"));
    assertThat(browser.get("/office/logout").statusCode()).isEqualTo(405);
    assertThat(browser.get("/office").statusCode()).isEqualTo(200);
    browser.post("/office/logout", Map.of("csrfToken", token));
    assertThat(browser.get("/office").statusCode()).isEqualTo(303);
  }

  @Test
  void another_site_cannot_sign_a_browser_in() throws Exception {
    var answer =
        browser.send(
            browser
                .posting("/office/login", Map.of("username", analyst(), "password", PASSWORD))
                .header("Sec-Fetch-Site", "cross-site"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void whoever_leaves_or_changes_roles_is_out_at_once() throws Exception {
    var name = analyst();
    browser.signIn(name, PASSWORD);
    database.execute("UPDATE office.staff SET roles = 'READER' WHERE sign_in = '" + name + "'");
    var answer = browser.get("/office");
    assertThat(answer.headers().firstValue("Location")).hasValue("/office/sign-in");
    assertThat(browser.get("/office/sign-in").statusCode()).isEqualTo(200);

    database.execute("UPDATE office.staff SET roles = 'ANALYST' WHERE sign_in = '" + name + "'");
    browser.signIn(name, PASSWORD);
    database.execute("DELETE FROM office.staff");
    assertThat(browser.get("/office").statusCode()).isEqualTo(303);
  }

  @Test
  void a_row_with_two_roles_that_exclude_each_other_lets_nobody_in() throws Exception {
    var name = analyst();
    database.execute("UPDATE office.staff SET roles = 'ANALYST READER'");
    assertThat(browser.signIn(name, PASSWORD).headers().firstValue("Location"))
        .hasValue("/office/sign-in?failed");
  }

  @Test
  void nobody_reviews_what_they_do_themselves() {
    for (var role : new Role[] {Role.READER, Role.ANALYST, Role.LEAD}) {
      assertThatThrownBy(() -> person("r", Set.of(role, Role.REVIEWER), Set.of("en")))
          .as("%s", role)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_try_out_user_is_known_as_one() throws Exception {
    assertThat(staff.anyTryOutUser()).isFalse();
    analyst();
    assertThat(staff.anyTryOutUser()).isTrue();
  }

  @Test
  void only_readers_of_the_day_count_as_on_duty() throws Exception {
    var monday = LocalDate.parse("2026-11-23");
    var reader = person("r-" + UUID.randomUUID(), Set.of(Role.READER), Set.of("en", "ar"));
    users.add(reader, PASSWORD);
    rota.put(monday, reader);
    rota.put(monday, reader);
    assertThat(staff.onDuty(monday)).containsExactly(reader);
    var tuesday = monday.plusDays(1);
    var wednesday = monday.plusDays(2);
    assertThat(staff.languagesOnRota(monday, monday)).containsExactlyInAnyOrder("en", "ar");
    assertThat(staff.languagesOnRota(monday.minusDays(3), monday)).contains("ar");
    assertThat(staff.languagesOnRota(tuesday, wednesday)).isEmpty();
    rota.takeOff(monday, reader);
    assertThat(staff.onDuty(monday)).isEmpty();
    var manager = person("m", Set.of(Role.MANAGER), Set.of("en"));
    assertThatThrownBy(() -> rota.put(monday, manager))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String analyst() {
    var name = "ana-" + UUID.randomUUID();
    users.add(person(name, Set.of(Role.ANALYST), Set.of("en")), PASSWORD);
    return name;
  }

  private static Staff person(String signIn, Set<Role> roles, Set<String> languages) {
    return new Staff(UUID.randomUUID(), signIn, "Name of " + signIn, roles, Set.of(), languages);
  }
}
