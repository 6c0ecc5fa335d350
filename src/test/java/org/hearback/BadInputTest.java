package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hearback.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a broken, curious or hostile client gets for an address: a kind page, nothing of the inside,
 * and nothing is changed.
 */
class BadInputTest {
  @RegisterExtension private static final OneHouse ONE = new OneHouse();

  private final TestHouse house = ONE.get();
  private final Phone phone = new Phone(house.address());
  private final Visitor visitor = new Visitor(house.address());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000",
        "k7m2q9xd4t8w3hn5",
        "x",
        "k7m2q9xd4t8w3hn",
        "k7m2q9xd4t8w3hn55",
        "K7M2-Q9XD-4T8W-3HN5",
        "%00",
        "%F0%9F%98%80",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e",
        "favicon.ico",
        "'%20OR%20'1'='1",
        "%3Cscript%3E",
        "wp-login.php",
        "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
      })
  void every_link_that_is_none_gets_the_same_page(String token) throws Exception {
    var usual = visitor.get("/0123456789abcdef", "en");
    assertThat(usual.body())
        .contains("This link does not work", "tel:999", "0800 1111", "01632 960 100");
    var reply = visitor.get("/" + token, "en");
    assertThat(reply.statusCode()).isEqualTo(404);
    assertThat(reply.body()).isEqualTo(usual.body());
    Visitor.isPlain(reply);
  }

  @Test
  void a_link_that_is_none_answers_in_the_language_of_the_phone_or_of_the_switch()
      throws Exception {
    assertThat(visitor.get("/nothing", "ar, en;q=0.5").body())
        .contains("dir=\"rtl\"", "هذا الرابط لا يعمل");
    assertThat(visitor.get("/nothing", "pl").body()).contains("lang=\"en\"");
    assertThat(visitor.get("/nothing?lang=ar", "en").body()).contains("dir=\"rtl\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "", "ar%00", "../../ar", "AR-x-y", "%3Cscript%3E", "en&lang=ar"})
  void a_language_that_is_none_is_no_error(String lang) throws Exception {
    var token = house.invited(1).getFirst();
    for (var path : List.of("/" + token.secret(), "/nothing", "/withdraw", "/answer")) {
      var reply = visitor.get(path + "?lang=" + lang, "en");
      assertThat(reply.statusCode()).isEqualTo(path.equals("/nothing") ? 404 : 200);
      assertThat(reply.body()).doesNotContain("<script>").contains("<html");
      Visitor.isPlain(reply);
    }
  }

  @ParameterizedTest
  @CsvSource({"en, This link has been used", "ar, سبق استخدام هذا الرابط"})
  void a_spent_link_says_so_in_the_language_of_its_invitation(String language, String words)
      throws Exception {
    var token = house.invited(language);
    assertThat(phone.send(phone.open(token), Map.of("listened", "agree")).statusCode())
        .isEqualTo(200);
    var reply = visitor.get("/" + token.secret(), "fr");
    assertThat(reply.statusCode()).isEqualTo(410);
    assertThat(reply.body())
        .contains(words, "tel:999", "01632 960 100", "lang=\"" + language + "\"");
    Visitor.isPlain(reply);
    var other = house.invited(language);
    phone.send(phone.open(other), Map.of("listened", "disagree", "change", "Else."));
    assertThat(visitor.get("/" + other.secret(), "fr").body()).isEqualTo(reply.body());
  }

  @ParameterizedTest
  @CsvSource({"en, over", "ar, انتهت مدة هذا الرابط"})
  void a_lapsed_link_says_so_and_takes_nothing(String language, String words) throws Exception {
    var token = house.invited(language);
    var page = phone.open(token);
    house.clock().pass(Duration.ofDays(28));
    var reply = visitor.get("/" + token.secret(), "fr");
    assertThat(reply.statusCode()).isEqualTo(410);
    assertThat(reply.body()).contains(words, "tel:999", "01632 960 100");
    Visitor.isPlain(reply);
    var late = phone.send(page, Map.of("listened", "agree"));
    assertThat(late.statusCode()).isEqualTo(410);
    assertThat(late.body()).isEqualTo(reply.body());
    assertThat(house.database().column("SELECT id FROM bridge.envelope")).isEmpty();
  }

  @Test
  void opening_pages_changes_nothing() throws Exception {
    var waiting = house.invited("ar");
    var spent = house.invited("en");
    phone.send(phone.open(spent), Map.of("listened", "agree"));
    var before = Dump.of(house.database(), "vault", "bridge");
    assertThat(before).hasSize(5);
    for (var token : List.of(waiting.secret(), spent.secret(), "nothing", "0123456789abcdef")) {
      for (var query :
          List.of("", "?lang=en", "?stop", "?stop&lang=ar", "?nonce=x&listened=agree")) {
        for (var method : List.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH")) {
          Visitor.isPlain(
              visitor.send(visitor.request("/" + token + query).method(method, Visitor.nothing())));
        }
      }
    }
    for (var path : List.of("/withdraw", "/answer", "/health", "/", "/office", "/office/sign-in")) {
      Visitor.isPlain(visitor.send(visitor.request(path)));
    }
    assertThat(Dump.of(house.database(), "vault", "bridge")).isEqualTo(before);
  }

  @Test
  void a_head_says_what_a_get_would_say_and_other_methods_are_refused() throws Exception {
    var path = "/" + house.invited("en").secret();
    var head = visitor.send(visitor.request(path).method("HEAD", Visitor.nothing()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (var method : List.of("PUT", "DELETE", "PATCH")) {
      var reply =
          visitor.send(
              visitor
                  .request(path)
                  .header("Content-Type", Visitor.FORM)
                  .method(method, Visitor.text("listened=agree")));
      assertThat(reply.statusCode()).as(method).isEqualTo(405);
      assertThat(reply.body()).contains("tel:999");
      Visitor.isPlain(reply);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%", "/%zz", "/?%", "/x?lang=%", "/office/%", "/office/clearing/not-an-id",
            "/office/areas/%",
        "/a/b/c", "//", "/;", "/x;y=z", "/health/x", "/assets/none.css",
            "/assets/..%2fapplication.yml"
      })
  void an_address_that_is_none_is_answered_without_a_word_of_the_inside(String target)
      throws Exception {
    var reply = Raw.get(house.address(), target);
    assertThat(reply)
        .startsWith("HTTP/1.1 ")
        .doesNotContain("HTTP/1.1 5")
        .doesNotContain("HTTP/1.1 200");
    Visitor.INSIDE.forEach(word -> assertThat(reply).doesNotContain(word));
    assertThat(reply.toLowerCase(java.util.Locale.ROOT)).contains("content-security-policy:");
  }

  @Test
  void staff_pages_refuse_nonsense_without_a_word_of_the_inside() throws Exception {
    var desk = Desk.of(house, Role.READER, java.util.Set.of("en"));
    for (var path :
        List.of(
            "/office/clearing/x",
            "/office/clearing/" + java.util.UUID.randomUUID(),
            "/office/nothing",
            "/office/areas/%00")) {
      var reply = desk.get(path);
      assertThat(reply.statusCode()).as(path).isBetween(300, 499);
      Visitor.isPlain(reply);
    }
  }
}
