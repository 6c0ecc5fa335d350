package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What comes back for a form that no page of ours would send: the page with what to do, and nothing
 * is kept.
 */
class BadFormTest {
  @RegisterExtension private static final OneHouse ONE = new OneHouse();

  private final TestHouse house = ONE.get();
  private final Phone phone = new Phone(house.address());
  private final Visitor visitor = new Visitor(house.address());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "multipart/form-data; boundary=x",
        "nonsense",
        "a/b;c"
      })
  void another_kind_of_body_is_refused_kindly(String type) throws Exception {
    var token = house.invited("en");
    var path = "/" + token.secret();
    var sound = "nonce=" + phone.open(token).nonce() + "&listened=agree";
    for (var body : List.of(sound, "listened=agree", "{\"listened\":\"agree\"}", "", "--x--")) {
      var reply =
          visitor.send(visitor.request(path).header("Content-Type", type).POST(Visitor.text(body)));
      assertThat(reply.statusCode()).as(body).isBetween(400, 422);
      assertThat(reply.body()).contains("tel:999");
      Visitor.isPlain(reply);
    }
    assertThat(house.database().column("SELECT id FROM bridge.envelope")).isEmpty();
  }

  static Stream<String> oddBodies() {
    return Stream.of(
        "",
        "&&&=",
        "nonce",
        "listened=agree",
        "listened=%",
        "listened=%zz",
        "change=%FF%FE%00",
        "%=%",
        "nonce=x&nonce=y&listened=agree",
        "listened=agree&listened=disagree",
        "listened[]=agree",
        "change=" + "%F0%9F%98%80".repeat(2_000),
        "unknown=x",
        "listened=" + "x".repeat(100_000),
        IntStream.range(0, 1_000).mapToObj(n -> "f" + n + "=" + n).collect(Collectors.joining("&")),
        "change=<script>alert(1)</script>\"'");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("oddBodies")
  void a_form_that_is_wrong_comes_back_with_what_to_do(String body) throws Exception {
    var token = house.invited("en");
    var nonce = phone.open(token).nonce();
    for (var whole : List.of(body, "nonce=" + nonce + "&" + body + "&why=forged")) {
      var reply = visitor.post("/" + token.secret(), whole);
      assertThat(reply.statusCode()).isEqualTo(422);
      assertThat(reply.body())
          .contains("There is a problem", "id=\"summary\"", "name=\"nonce\"")
          .doesNotContain("<script>alert");
      Visitor.isPlain(reply);
    }
    assertThat(house.database().column("SELECT id FROM bridge.envelope")).isEmpty();
    assertThat(visitor.get("/" + token.secret(), "en").statusCode()).isEqualTo(200);
  }

  @Test
  void words_that_are_too_long_come_back_whole() throws Exception {
    var token = house.invited("en");
    var words = "The report was late & wrong. ".repeat(50);
    var reply = phone.send(phone.open(token), Map.of("change", words, "listened", "agree"));
    assertThat(reply.statusCode()).isEqualTo(422);
    assertThat(reply.body())
        .contains(words.replace("&", "&amp;"))
        .contains("1,000")
        .containsPattern("value=\"agree\"[^>]*checked");
    Visitor.isPlain(reply);
  }

  @Test
  void a_body_that_is_much_too_long_is_refused_and_others_are_served() throws Exception {
    var token = house.invited("en");
    var reply = visitor.post("/" + token.secret(), "change=" + "x".repeat(300 * 1024));
    assertThat(reply.statusCode()).isEqualTo(413);
    assertThat(reply.body()).contains("too much to send", "tel:999");
    Visitor.isPlain(reply);
    assertThat(phone.send(phone.open(token), Map.of("listened", "agree")).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "code=",
        "code=x",
        "code=0123",
        "code=%00%FF",
        "code=k7m2q9xd4&code=k7m2q9xd5",
        "x=y"
      })
  void every_code_gets_the_same_reply(String body) throws Exception {
    var known = visitor.post("/withdraw", "code=k7m-2q9-xd4");
    var reply = visitor.post("/withdraw", body);
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo(known.body());
    Visitor.isPlain(reply);
  }
}
