package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hearback.invitation.LinkToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A code typed from a letter opens its link, and a wrong one tells nothing. */
class CodePageTest {
  private static TestHouse house;
  private Visitor visitor;

  @BeforeAll
  static void open() throws Exception {
    house =
        TestHouse.on(TestDatabase.shared(), Map.of("hearback.address", "https://v.example.gov.uk"));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() throws Exception {
    house.database().empty();
    house.clock().set(SetClock.START);
    visitor = new Visitor(house.address());
  }

  @ParameterizedTest
  @CsvSource({"en, Type the code from your letter, ltr", "ar, كتابة الرمز, rtl"})
  void the_page_has_one_field_and_is_not_for_search_engines(
      String language, String words, String direction) throws Exception {
    var reply = visitor.get("/code", language);
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body())
        .contains(words, "dir=\"" + direction + "\"", "noindex", "?lang=", "method=\"post\"")
        .doesNotContain("social", "child’s worker");
    assertThat(reply.body().split("<input", -1)).hasSize(2);
    assertThat(reply.headers().firstValue("X-Robots-Tag"))
        .hasValueSatisfying(it -> assertThat(it).contains("noindex"));
    Visitor.isPlain(reply);
    assertThat(visitor.get("/code?lang=ar", "en").body()).contains("dir=\"rtl\"");
  }

  @Test
  void where_the_council_takes_no_requests_there_is_no_page_to_ask_to_be_contacted()
      throws Exception {
    var reply = visitor.get("/contact-me", "en");
    assertThat(reply.statusCode()).isEqualTo(404);
    assertThat(reply.body()).contains("tel:999").doesNotContain("/contact-me");
  }

  @Test
  void a_code_leads_to_its_link_however_it_is_typed() throws Exception {
    var secret = invited("ar").secret();
    var groups = String.join(" ", secret.split("(?<=\\G.{4})"));
    for (var typed :
        List.of(
            secret,
            groups,
            groups.replace(' ', '-').toUpperCase(java.util.Locale.ROOT),
            "  " + groups.replace(" ", "\u00a0\u00a0") + " ",
            secret.replace('0', 'O').replace('1', 'l'),
            "https://v.example.gov.uk/" + secret)) {
      var reply = type("/code", typed);
      assertThat(reply.statusCode()).as(typed).isEqualTo(303);
      assertThat(reply.headers().firstValue("Location")).hasValue("/" + secret);
      Visitor.isPlain(reply);
    }
    assertThat(type("/code?lang=en", groups).headers().firstValue("Location"))
        .hasValue("/" + secret + "?lang=en");
    assertThat(type("/code?lang=xx", groups).headers().firstValue("Location"))
        .hasValue("/" + secret);
    assertThat(visitor.get("/" + secret, "en").body()).contains("name=\"nonce\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k7m2q9xd4t8w3hn5",
        "k7m2q9xd4t8w3hnu",
        "k7m2",
        "x",
        "<script>alert(1)</script>",
        "../../office",
        "//elsewhere.example.org",
        "https://elsewhere.example.org/",
        "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
      })
  void whatever_is_wrong_with_a_code_the_reply_is_the_same(String typed) throws Exception {
    var usual = type("/code", "0123456789abcdef");
    assertThat(usual.body()).contains("This code does not work", "tel:999", "01632 960 100");
    var reply = type("/code", typed);
    assertThat(reply.statusCode()).isEqualTo(404);
    assertThat(blank(reply.body())).isEqualTo(blank(usual.body()));
    assertThat(reply.body()).doesNotContain("<script>alert");
    assertThat(reply.headers().firstValue("Location")).isEmpty();
    Visitor.isPlain(reply);
  }

  @Test
  void no_code_at_all_is_no_error() throws Exception {
    for (var body : List.of("", "code=", "code", "other=1", "%", "code=%ff", "code=a&code=b")) {
      var reply = visitor.post("/code", body);
      assertThat(reply.statusCode()).as(body).isEqualTo(404);
      Visitor.isPlain(reply);
    }
  }

  @Test
  void a_code_whose_days_are_over_leads_to_the_page_that_says_so() throws Exception {
    var token = invited("en");
    house.clock().pass(Duration.ofDays(28));
    var reply = type("/code", token.secret());
    assertThat(reply.statusCode()).isEqualTo(303);
    assertThat(visitor.get("/" + token.secret(), "en").body()).contains("This link has ended");
  }

  @Test
  void typing_changes_nothing() throws Exception {
    var token = invited("en");
    var before = Dump.of(house.database(), "vault", "bridge");
    visitor.get("/code", "en");
    type("/code", token.secret());
    type("/code", "0123456789abcdef");
    assertThat(Dump.of(house.database(), "vault", "bridge")).isEqualTo(before);
  }

  private HttpResponse<String> type(String path, String typed) throws Exception {
    return visitor.post(path, "code=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
  }

  /** Without what was typed. */
  private static String blank(String body) {
    return body.replaceAll(" value=\"[^\"]*\"| aria-invalid=\"true\"", "");
  }

  private static LinkToken invited(String language) throws Exception {
    return house
        .invited(1, "assessment-parent", "PARENT", "", "M3", language, SetClock.START)
        .getFirst();
  }
}
