package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Another language without script: the page comes back as it was left, and nothing has happened.
 */
class TranslatedPageTest {
  private static final String WORDS = "The aardvark was late";
  private static final String POLICY = "Content-Security-Policy";
  @RegisterExtension private static final OneHouse ONE = new OneHouse();

  private final TestHouse house = ONE.get();
  private final Phone phone = new Phone(house.address());
  private final Visitor visitor = new Visitor(house.address());

  @Test
  void what_was_typed_comes_back_in_the_other_language_and_is_kept_nowhere() throws Exception {
    var page = phone.open(house.invited(1).getFirst());
    var path = "/" + page.token().secret();
    var before = Dump.of(house.database(), "vault", "bridge");
    try (var book = LogBook.open()) {
      var reply = phone.post(path, typed(page, "en", Map.of("switch", "ar")));
      assertThat(reply.statusCode()).isEqualTo(200);
      assertThat(reply.body())
          .contains("dir=\"rtl\"", WORDS, "name=\"lang\" value=\"ar\"", page.nonce())
          .containsPattern("value=\"agree\"[^>]* checked");
      assertThat(reply.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(book.betrayed(List.of(new LogBook.Secret("answer", WORDS)))).isEmpty();
    }
    assertThat(Dump.of(house.database(), "vault", "bridge")).isEqualTo(before);
    var sent = phone.post(path, typed(page, "ar", Map.of()));
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.body()).contains("شكرًا لكم");
    assertThat(house.database().column("SELECT id FROM bridge.envelope")).hasSize(1);
    // Used up: a language does not open it again, nor is what comes with it taken.
    var late = phone.post(path, typed(page, "en", Map.of("switch", "ar")));
    assertThat(late.statusCode()).isEqualTo(410);
    assertThat(late.body()).contains("dir=\"rtl\"").doesNotContain(WORDS);
  }

  @Test
  void too_long_nothing_at_all_or_forged_is_shown_again_without_a_word_of_blame() throws Exception {
    var page = phone.open(house.invited(1).getFirst());
    for (var odd :
        List.of(
            Map.of("change", "x".repeat(1_001)),
            Map.of("listened", "", "change", ""),
            Map.of("nonce", "forged"),
            Map.of("listened", "no-such-option"),
            Map.of("no-such-question", "x"),
            Map.of("switch", "xx"))) {
      var fields = typed(page, "en", Map.of("switch", "en"));
      fields.putAll(odd);
      var reply = phone.post("/" + page.token().secret(), fields);
      assertThat(reply.statusCode()).as(odd.toString()).isEqualTo(200);
      assertThat(reply.body())
          .contains("name=\"nonce\" value=\"")
          .doesNotContain("error-summary", "forged", "no-such");
    }
    assertThat(phone.post("/nothing", Map.of("switch", "ar")).statusCode()).isEqualTo(404);
    assertThat(house.database().column("SELECT id FROM bridge.envelope")).isEmpty();
  }

  @Test
  void only_the_page_of_a_form_may_ask_this_house_for_more() throws Exception {
    var page = phone.open(house.invited(1).getFirst());
    var path = "/" + page.token().secret();
    for (var reply :
        List.of(
            phone.get(path),
            phone.post(path, typed(page, "en", Map.of("switch", "ar"))),
            phone.post(path, Map.of("nonce", page.nonce())))) {
      assertThat(reply.headers().firstValue(POLICY).orElseThrow())
          .contains("default-src 'none'", "connect-src 'self'", "form-action 'self'");
    }
    for (var other : List.of(path + "?stop", "/code", "/safety", "/nothing")) {
      assertThat(phone.get(other).headers().firstValue(POLICY).orElseThrow())
          .as(other)
          .doesNotContain("connect-src");
    }
  }

  @Test
  void how_to_leave_and_stay_safe_may_be_kept_by_a_browser_and_says_nothing_of_a_link()
      throws Exception {
    for (var path : List.of("/leaving", "/safety")) {
      var reply = visitor.get(path, "ar, en;q=0.5");
      assertThat(reply.statusCode()).isEqualTo(200);
      assertThat(reply.body())
          .contains("dir=\"rtl\"", "?lang=en", "noindex", "<title>أخبرونا كيف سارت الأمور</title>")
          .doesNotContain("data-address", "<form");
      assertThat(reply.headers().firstValue("Cache-Control")).contains("max-age=3600");
      assertThat(reply.headers().allValues("Vary")).contains("Accept-Language");
      assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(visitor.get(path + "?lang=en", "ar").body()).contains("lang=\"en\"");
    }
    assertThat(visitor.get("/safety", "en").body())
        .contains("0808 2000 247", "Press 55", "0800 1111", "tel:999");
  }

  @Test
  void a_page_that_went_wrong_has_the_way_out_too() throws Exception {
    var reply = visitor.get("/no/such/page", "en");
    assertThat(reply.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(reply.body())
        .contains("class=\"govuk-exit-this-page\"", "rel=\"nofollow noreferrer\"")
        .doesNotContain("hb:", "th:");
  }

  private static Map<String, String> typed(
      Phone.Opened page, String language, Map<String, String> more) {
    var fields =
        new HashMap<>(
            Map.of("nonce", page.nonce(), "lang", language, "listened", "agree", "change", WORDS));
    fields.putAll(more);
    return fields;
  }
}
