package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearback.Desk;
import org.hearback.Phone;
import org.hearback.RealBrowser;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.response.DelinkJob;
import org.hearback.safeguarding.OpenJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer on paper goes the way of all others, and says who helped with it. */
class PaperPageTest {
  private static final String PATH = "/office/paper";
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]*)\"");

  private TestHouse house;
  private Phone phone;
  private Desk desk;

  @BeforeEach
  void open() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    phone = new Phone(house.address());
    desk = Desk.of(house, Role.READER, Set.of("en"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void it_is_typed_in_by_the_code_of_the_letter_read_and_kept_with_who_helped() throws Exception {
    for (var token : house.invited(10)) {
      var code = String.join(" ", token.secret().toUpperCase().split("(?<=\\G.{4})"));
      var begun = desk.post(PATH, PATH, fields(code, "worker"));
      assertThat(begun.statusCode()).isEqualTo(303);
      var page = begun.headers().firstValue("location").orElseThrow();
      assertThat(sent(page).statusCode()).isEqualTo(200);
    }
    house.get(OpenJob.class).run();
    assertThat(desk.get("/office/clearing/" + desk.waiting().getFirst()).body())
        .contains("A worker helped with it.");
    assertThat(desk.clearAll()).isEqualTo(10);
    house.clock().pass(Duration.ofDays(15));
    house.get(DelinkJob.class).run();
    assertThat(
            house
                .database()
                .column("SELECT DISTINCT pick FROM feedback.tick WHERE question = '_scribe'"))
        .containsExactly("worker");
    assertThat(house.database().column("SELECT COUNT(*) FROM feedback.response"))
        .containsExactly("10");
    assertThat(house.database().column("SELECT COUNT(*) FROM feedback.item WHERE item = 'TRUST'"))
        .containsExactly("0");
  }

  @Test
  void who_answers_alone_leaves_no_mark_and_nobody_invents_a_scribe() throws Exception {
    var tokens = house.invited(10);
    for (var token : tokens) {
      var query = token.equals(tokens.getFirst()) ? "?helped=nobody" : "?helped=the+queen";
      assertThat(sent("/" + token.secret() + query).statusCode()).isEqualTo(200);
    }
    house.get(OpenJob.class).run();
    desk.clearAll();
    house.clock().pass(Duration.ofDays(15));
    house.get(DelinkJob.class).run();
    assertThat(house.database().column("SELECT DISTINCT question FROM feedback.tick"))
        .containsExactly("listened");
  }

  @Test
  void a_code_that_opens_nothing_says_why_and_what_was_typed_stays() throws Exception {
    var token = house.invited(1).getFirst();
    var unknown = desk.post(PATH, PATH, fields("k7m2 q9xd 4t8w 3hn5", "family"));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body())
        .contains("There is no such code", "value=\"k7m2 q9xd 4t8w 3hn5\"")
        .contains("value=\"family\" checked");
    assertThat(desk.post(PATH, PATH, fields(token.secret(), "")).body()).contains("Say who helped");
    sent("/" + token.secret());
    assertThat(desk.post(PATH, PATH, fields(token.secret(), "family")).body())
        .contains("There is an answer for this code already");
    assertThat(house.database().column("SELECT act FROM office.audit WHERE act LIKE 'paper%'"))
        .as("nothing was opened")
        .isEmpty();
  }

  @Test
  void only_readers_have_the_page_and_the_audit_does_not_say_which_paper() throws Exception {
    for (var role : Set.of(Role.ANALYST, Role.MANAGER, Role.OPERATOR)) {
      assertThat(Desk.of(house, role, Set.of()).get(PATH).headers().firstValue("location"))
          .contains("/office/forbidden");
    }
    var token = house.invited(1).getFirst();
    desk.post(PATH, PATH, fields(token.secret(), "advocate"));
    assertThat(house.database().column("SELECT act FROM office.audit WHERE act LIKE 'paper%'"))
        .containsExactly("paper-form-opened");
  }

  @Test
  void the_pages_fit_and_an_empty_form_can_be_printed_in_both_directions() throws Exception {
    try (var browser = new RealBrowser();
        var person = browser.person(RealBrowser.DESK)) {
      desk.lend(person, house.address());
      var page = person.newPage();
      page.navigate(house.address() + PATH);
      RealBrowser.lookTwice(page, "paper-entry");
      page.navigate(house.address() + PATH + "/assessment-parent?lang=ar");
      RealBrowser.lookTwice(page, "paper-ar");
      page.navigate(house.address() + PATH + "/conference-young-person");
      RealBrowser.lookTwice(page, "paper-en");
    }
    assertThat(desk.get(PATH + "/no-form").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> sent(String page) throws Exception {
    var nonce = NONCE.matcher(phone.get(page).body());
    assertThat(nonce.find()).isTrue();
    var fields = new HashMap<String, String>();
    fields.put("listened", "agree");
    fields.put("change", "More time.");
    fields.put("nonce", nonce.group(1));
    return phone.post(page, fields);
  }

  private static Map<String, String> fields(String code, String helped) {
    return Map.of("code", code, "helped", helped, "language", "en");
  }
}
